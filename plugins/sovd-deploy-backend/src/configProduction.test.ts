import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { loadConfig } from '@backstage/config-loader';
import { readDeployConfig } from './config';

const root = path.resolve(__dirname, '../../..');
const file = path.join(root, 'app-config.production.yaml');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

/** What an installation sets, as far as a value's form matters. */
const variables: Record<string, string> = {
  AWS_ACCOUNT_ID: '123456789012',
  CLUSTER_NAME: 'sovd-shared',
  CLUSTER_VPC_ID: 'vpc-0a1b2c3d',
  CLUSTER_VPC_CIDR: '10.20.0.0/16',
  CLUSTER_SUBNET_IDS: 'subnet-0a1b2c3d,subnet-1a2b3c4d',
  CLUSTER_SECURITY_GROUP_ID: 'sg-0a1b2c3d',
  CLUSTER_OIDC_PROVIDER: 'oidc.eks.us-east-1.amazonaws.com/id/0A1B',
  IMAGE_REPOSITORY_PATTERN: 'registry.example.com/{owner}/{name}-{component}',
  // a file that is there
  POSTGRES_CA_FILE: file,
};

/** The configuration that the image starts with, without what some variables hold. */
async function productionConfig(...unset: string[]) {
  const { appConfigs } = await loadConfig({
    configRoot: root,
    configTargets: [
      { path: path.join(root, 'app-config.yaml') },
      { path: file },
    ],
    experimentalEnvFunc: async name =>
      unset.includes(name) ? undefined : variables[name] ?? 'any',
  });
  return ConfigReader.fromConfigs(appConfigs);
}

describe('app-config.production.yaml', () => {
  it('has a target that stacks can be made for, from its variables alone', async () => {
    const { targets } = readDeployConfig(await productionConfig());
    expect(targets).toEqual([
      expect.objectContaining({
        name: 'production',
        clusterMode: 'existing',
        cluster: expect.objectContaining({ name: 'sovd-shared' }),
        existingCluster: {
          vpcId: 'vpc-0a1b2c3d',
          vpcCidr: '10.20.0.0/16',
          subnetIds: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'],
          securityGroupId: 'sg-0a1b2c3d',
          oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/0A1B',
        },
      }),
    ]);
  });

  it.each([
    ['CLUSTER_VPC_ID', 'vpcId'],
    ['CLUSTER_VPC_CIDR', 'vpcCidr'],
    ['CLUSTER_SUBNET_IDS', 'subnetIds'],
    ['CLUSTER_SECURITY_GROUP_ID', 'securityGroupId'],
    ['CLUSTER_OIDC_PROVIDER', 'oidcProvider'],
  ])('is refused without %s', async (variable, key) => {
    const config = await productionConfig(variable);
    expect(() => readDeployConfig(config)).toThrow(
      `existingCluster of target production lacks ${key}:`,
    );
  });

  it('names no variable that its page doesn’t tell of', () => {
    const named = [
      ...read('app-config.production.yaml').matchAll(/\$\{(\w+)\}/g),
    ];
    const page = read('docs/production.md');
    const untold = named.filter(([, name]) => !page.includes(`\`${name}\``));
    expect(untold.map(([, name]) => name)).toEqual([]);
  });
});
