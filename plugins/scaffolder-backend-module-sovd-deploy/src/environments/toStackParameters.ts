import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/** Each subnet is a sixteenth of the network: four bits name it, the rest are its hosts'. */
const SUBNET_NAME_BITS = 4;

/** Parameters of the stack, in the file format of `aws cloudformation`. */
export function toStackParameters(
  answers: Answers,
  target: Pick<Target, 'cluster' | 'clusterMode' | 'namespacePattern'>,
  repositoryUrl: string,
): GeneratedFile {
  const name = environmentName(answers);
  const { cluster, clusterMode } = target;
  const parameters = {
    NamePrefix: name,
    Application: answers.name,
    Environment: answers.environment,
    Tier: answers.tier,
    Namespace: namespaceOf(answers, target),
    GitHubRepository: gitHubRepository(repositoryUrl),
    VpcCidr: answers.vpcCidr,
    SubnetBits: 32 - Number(answers.vpcCidr.split('/')[1]) - SUBNET_NAME_BITS,
    AvailabilityZones: answers.availabilityZones,
    NatMode: answers.natMode,
    ClusterMode: clusterMode,
    ClusterName: clusterMode === 'existing' ? cluster : '',
    KubernetesVersion: answers.kubernetesVersion,
    WorkloadIdentity: answers.workloadIdentity,
    NodeInstanceType: answers.nodeInstanceType,
    NodesMin: answers.nodesMin,
    NodesDesired: answers.nodesDesired,
    NodesMax: answers.nodesMax,
    NodeDiskGb: answers.nodeDiskGb,
    // PostgreSQL folds and quotes names with hyphens; underscores need neither.
    DatabaseName: name.replaceAll('-', '_'),
    DatabaseClass: answers.databaseClass,
    DatabaseMultiAz: answers.multiAz,
    DatabaseStorageGb: answers.databaseStorageGb,
    DatabaseMaxStorageGb: answers.databaseMaxStorageGb,
    PostgresVersion: answers.postgresVersion,
    BackupRetentionDays: answers.backupRetentionDays,
    SnapshotRetentionDays: answers.snapshotRetentionDays,
    CacheEngine: answers.cacheEngine,
    CacheNodeType: answers.cacheNodeType,
    CacheNodes: answers.cacheNodes,
    Domain: answers.domain ?? '',
    HostedZoneMode: answers.domain ? answers.hostedZoneMode : 'manual',
    HostedZoneId: answers.hostedZoneId ?? '',
    MonthlyBudgetUsd: answers.monthlyBudgetUsd,
    AlertEmail: answers.alertEmail ?? '',
  };
  const list = Object.entries(parameters).map(([key, value]) => ({
    ParameterKey: key,
    ParameterValue: String(value),
  }));
  return {
    path: `infrastructure/cloudformation/parameters/${answers.environment}.json`,
    content: `${JSON.stringify(list, undefined, 2)}\n`,
  };
}

/** `owner/name` on GitHub, whose pipelines AWS can trust; other hosts have none. */
function gitHubRepository(repositoryUrl: string): string {
  const { hostname, pathname } = new URL(repositoryUrl);
  if (hostname !== 'github.com') return '';
  const [owner, name] = pathname.split('/').filter(Boolean);
  return owner && name ? `${owner}/${name.replace(/\.git$/, '')}` : '';
}
