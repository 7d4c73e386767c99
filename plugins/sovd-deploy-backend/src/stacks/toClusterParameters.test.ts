import { toClusterParameters } from './toClusterParameters';

const cluster = {
  vpcId: 'vpc-0a1b',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupId: 'sg-0a1b',
};

it('says where the cluster is that a stack doesn’t make', () => {
  const parameters = { ClusterMode: 'existing', ClusterName: 'shared' };
  expect(toClusterParameters(parameters, cluster)).toEqual({
    ClusterMode: 'existing',
    ClusterName: 'shared',
    ClusterVpcId: 'vpc-0a1b',
    ClusterSubnetIds: 'subnet-1,subnet-2',
    ClusterSecurityGroupId: 'sg-0a1b',
  });
  expect(
    toClusterParameters(parameters, { ...cluster, oidcProvider: 'issuer' }),
  ).toMatchObject({ ClusterOidcProvider: 'issuer' });
});

it.each([
  ['makes its own', { ClusterMode: 'create' }, cluster],
  ['is older than the choice', { NamePrefix: 'fleet' }, cluster],
  ['has a target that knows nothing', { ClusterMode: 'existing' }, undefined],
])('leaves a stack alone that %s', (_, parameters, known) => {
  expect(toClusterParameters(parameters, known)).toEqual(parameters);
});
