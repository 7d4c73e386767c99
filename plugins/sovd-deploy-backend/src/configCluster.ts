import type { Config } from '@backstage/config';
import type { ExistingClusterConfig } from './environments/TargetConfig';

/** Reads what a stack must know of a cluster that it doesn't make itself. */
export function readExistingCluster(
  target: Config,
): ExistingClusterConfig | undefined {
  const config = target.getOptionalConfig('existingCluster');
  return (
    config && {
      vpcId: config.getString('vpcId'),
      subnetIds: config.getStringArray('subnetIds'),
      securityGroupId: config.getString('securityGroupId'),
      oidcProvider: config.getOptionalString('oidcProvider'),
    }
  );
}
