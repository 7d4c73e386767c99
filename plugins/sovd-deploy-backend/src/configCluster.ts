import type { Config } from '@backstage/config';
import { parseAddressBlock } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { ExistingClusterConfig } from './environments/TargetConfig';
import { configRefusal } from './configRefusal';

/** What the stack's own template takes: it would refuse the rest after the repository is there. */
const forms: [key: string, takes: (value: string) => boolean, such: string][] =
  [
    ['vpcId', value => /^vpc-[0-9a-f]+$/.test(value), 'vpc-0a1b2c3d'],
    [
      'vpcCidr',
      value => parseAddressBlock(value) !== undefined,
      '10.20.0.0/16',
    ],
    ['subnetIds', value => /^subnet-[0-9a-f]+$/.test(value), 'subnet-0a1b2c3d'],
    ['securityGroupId', value => /^sg-[0-9a-f]+$/.test(value), 'sg-0a1b2c3d'],
    [
      'oidcProvider',
      value => /^[a-z0-9.-]+(\/[A-Za-z0-9/._-]+)?$/.test(value),
      'oidc.eks.eu-central-1.amazonaws.com/id/0A1B',
    ],
  ];

/** One value or a list; a variable of the environment holds several with commas between. */
function readValues(config: Config | undefined, key: string): string[] {
  if (!config?.has(key)) return [];
  const values =
    key === 'subnetIds'
      ? config.getStringArray(key).flatMap(item => item.split(','))
      : [config.getString(key)];
  return values.map(value => value.trim()).filter(Boolean);
}

/**
 * Reads what a stack must know of a cluster that it doesn't make itself.
 *
 * @throws InputError when stacks of the target join a cluster and it isn't described, or
 * when a value can't be what it says
 */
export function readExistingCluster(
  target: Config,
  offers: Pick<Target, 'clusterMode'>,
): ExistingClusterConfig | undefined {
  const joins = offers.clusterMode === 'existing';
  const config = target.getOptionalConfig('existingCluster');
  // Environments from before may still be on a cluster that newer ones don't join.
  if (!joins && !config) return undefined;

  const values = new Map(forms.map(([key]) => [key, readValues(config, key)]));
  const missing = forms
    .map(([key]) => key)
    .filter(key => values.get(key)?.length === 0);
  if (missing.length > 0) {
    throw configRefusal(
      target,
      'existingCluster',
      `lacks ${missing.join(
        ', ',
      )}: a stack has to know the cluster that it joins. Set them, or clusterMode: create where each environment gets a cluster of its own`,
    );
  }
  for (const [key, takes, such] of forms) {
    const strange = values.get(key)?.find(value => !takes(value));
    if (strange !== undefined) {
      throw configRefusal(
        target,
        `existingCluster.${key}`,
        `has ${strange}; it looks like ${such}`,
      );
    }
  }
  const subnetIds = values.get('subnetIds') ?? [];
  if (subnetIds.length < 2) {
    throw configRefusal(
      target,
      'existingCluster.subnetIds',
      `has ${subnetIds} alone; a database needs subnets in two zones`,
    );
  }
  const valueOf = (key: string) => values.get(key)?.[0] ?? '';
  return {
    vpcId: valueOf('vpcId'),
    vpcCidr: valueOf('vpcCidr'),
    subnetIds,
    securityGroupId: valueOf('securityGroupId'),
    oidcProvider: valueOf('oidcProvider'),
  };
}
