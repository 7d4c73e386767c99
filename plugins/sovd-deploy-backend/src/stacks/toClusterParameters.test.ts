import { toClusterParameters } from './toClusterParameters';

const template = 'Parameters: { ClusterVpcId: {}, ClusterVpcCidr: {} }';
const cluster = {
  vpcId: 'vpc-0a1b',
  vpcCidr: '10.20.0.0/16',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupId: 'sg-0a1b',
  oidcProvider: 'issuer',
};

it('says where the cluster is that a stack doesn’t make', () => {
  const parameters = { ClusterMode: 'existing', ClusterName: 'shared' };
  expect(toClusterParameters(parameters, cluster, template)).toEqual({
    ClusterMode: 'existing',
    ClusterName: 'shared',
    ClusterVpcId: 'vpc-0a1b',
    ClusterVpcCidr: '10.20.0.0/16',
    ClusterSubnetIds: 'subnet-1,subnet-2',
    ClusterSecurityGroupId: 'sg-0a1b',
    ClusterOidcProvider: 'issuer',
  });
});

it('gives a template that is older than the network’s block none', () => {
  const older = 'Parameters: { ClusterVpcId: {} }';
  const parameters = { ClusterMode: 'existing' };
  const completed = toClusterParameters(parameters, cluster, older);
  expect(completed).toHaveProperty('ClusterVpcId');
  expect(completed).not.toHaveProperty('ClusterVpcCidr');
});

it.each([
  ['makes its own', { ClusterMode: 'create' }, cluster],
  ['is older than the choice', { NamePrefix: 'fleet' }, cluster],
  ['has a target that knows nothing', { ClusterMode: 'existing' }, undefined],
])('leaves a stack alone that %s', (_, parameters, known) => {
  expect(toClusterParameters(parameters, known, template)).toEqual(parameters);
});
