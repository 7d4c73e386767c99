import { ConfigReader } from '@backstage/config';
import { readExistingCluster } from './configCluster';

const cluster = {
  vpcId: 'vpc-0a1b',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupId: 'sg-0a1b',
};

it('is left out where stacks make their own cluster', () => {
  expect(readExistingCluster(new ConfigReader({}))).toBeUndefined();
});

it('reads network, group and issuer', () => {
  const oidcProvider = 'oidc.eks.us-east-1.amazonaws.com/id/AB12';
  const read = (existingCluster: object) =>
    readExistingCluster(
      new ConfigReader({ existingCluster: { ...existingCluster } }),
    );
  expect(read({ ...cluster, oidcProvider })).toEqual({
    ...cluster,
    oidcProvider,
  });
  expect(read(cluster)).toEqual({ ...cluster, oidcProvider: undefined });
});

it.each(['vpcId', 'subnetIds', 'securityGroupId'])('wants %s', key => {
  const { [key as keyof typeof cluster]: _, ...rest } = cluster;
  expect(() =>
    readExistingCluster(new ConfigReader({ existingCluster: rest })),
  ).toThrow(`existingCluster.${key}`);
});
