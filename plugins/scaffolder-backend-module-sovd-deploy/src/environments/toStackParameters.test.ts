import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toStackParameters } from './toStackParameters';

const minimal = {
  name: 'fleet-eu',
  owner: 'group:default/platform',
  environment: 'pre-prod',
  target: 'aws',
  databaseClass: 'db.t3.large',
};
const target = {
  cluster: 'shared',
  namespacePattern: '{name}-{environment}',
};
function parametersOf(
  answers: object = {},
  clusterMode: 'create' | 'existing' = 'create',
  repositoryUrl = 'http://localhost:15930/sovd/fleet-eu',
): Record<string, string> {
  const { content } = toStackParameters(
    answersSchema.parse({ ...minimal, ...answers }),
    { ...target, clusterMode },
    repositoryUrl,
  );
  const list: { ParameterKey: string; ParameterValue: string }[] =
    JSON.parse(content);
  return Object.fromEntries(
    list.map(each => [each.ParameterKey, each.ParameterValue]),
  );
}

it('names everything after the environment, the database without hyphens', () => {
  const { path } = toStackParameters(
    answersSchema.parse(minimal),
    { ...target, clusterMode: 'create' },
    'http://localhost:15930/sovd/fleet-eu',
  );
  expect(path).toBe('infrastructure/cloudformation/parameters/pre-prod.json');
  expect(parametersOf()).toEqual({
    NamePrefix: 'fleet-eu-pre-prod',
    Application: 'fleet-eu',
    Environment: 'pre-prod',
    Tier: 'staging',
    Namespace: 'fleet-eu-pre-prod',
    GitHubRepository: '',
    VpcCidr: '10.0.0.0/16',
    SubnetBits: '12',
    AvailabilityZones: '3',
    NatMode: 'single',
    ClusterMode: 'create',
    ClusterName: '',
    KubernetesVersion: '1.36',
    WorkloadIdentity: 'irsa',
    NodeInstanceType: 't3.large',
    NodesMin: '3',
    NodesDesired: '3',
    NodesMax: '5',
    NodeDiskGb: '50',
    DatabaseName: 'fleet_eu_pre_prod',
    DatabaseClass: 'db.t3.large',
    DatabaseMultiAz: 'false',
    DatabaseStorageGb: '100',
    DatabaseMaxStorageGb: '200',
    PostgresVersion: '15',
    BackupRetentionDays: '1',
    SnapshotRetentionDays: '30',
    CacheEngine: 'redis',
    CacheNodeType: 'cache.t3.small',
    CacheNodes: '1',
    Domain: '',
    HostedZoneMode: 'manual',
    HostedZoneId: '',
    MonthlyBudgetUsd: '800',
    AlertEmail: '',
  });
});

it.each([
  ['10.0.0.0/16', '12'],
  ['172.16.0.0/18', '10'],
  ['192.168.0.0/20', '8'],
])('divides %s into sixteen subnets of %s bits', (vpcCidr, SubnetBits) => {
  expect(parametersOf({ vpcCidr })).toMatchObject({
    VpcCidr: vpcCidr,
    SubnetBits,
  });
});

it('takes tier, network and address from the answers', () => {
  expect(
    parametersOf({
      tier: 'production',
      approvers: ['group:default/platform'],
      natMode: 'per-zone',
      workloadIdentity: 'pod-identity',
      domain: 'fleet.sovd.dev',
      hostedZoneMode: 'existing',
      hostedZoneId: 'Z0123456789ABC',
    }),
  ).toMatchObject({
    Tier: 'production',
    NatMode: 'per-zone',
    WorkloadIdentity: 'pod-identity',
    DatabaseMultiAz: 'true',
    NodesMax: '7',
    Domain: 'fleet.sovd.dev',
    HostedZoneMode: 'existing',
    HostedZoneId: 'Z0123456789ABC',
  });
});

it('takes the cluster from the target', () => {
  expect(parametersOf({}, 'existing')).toMatchObject({
    ClusterMode: 'existing',
    ClusterName: 'shared',
  });
});

it.each([
  ['https://github.com/sovd/fleet', 'sovd/fleet'],
  ['https://github.com/sovd/fleet.git', 'sovd/fleet'],
  ['https://github.com/sovd', ''],
  ['https://git.example.com/sovd/fleet', ''],
])('lets the pipeline of %s deploy as %p', (url, expected) => {
  expect(parametersOf({}, 'create', url).GitHubRepository).toBe(expected);
});
