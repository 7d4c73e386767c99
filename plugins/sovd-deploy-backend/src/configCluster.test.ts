import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readExistingCluster } from './configCluster';

const cluster = {
  vpcId: 'vpc-0a1b',
  vpcCidr: '10.20.0.0/16',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupId: 'sg-0a1b',
  oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/AB12',
};

const joins = { clusterMode: 'existing' as const };

const read = (
  existingCluster: JsonObject | undefined,
  offers: Parameters<typeof readExistingCluster>[1] = joins,
) =>
  readExistingCluster(
    new ConfigReader({ name: 'cloud', existingCluster }),
    offers,
  );

describe('readExistingCluster', () => {
  it('reads network, group and issuer', () => {
    expect(read(cluster)).toEqual(cluster);
  });

  it('takes several subnets from one variable of the environment', () => {
    const subnetIds = ['subnet-1, subnet-2,subnet-3'];
    expect(read({ ...cluster, subnetIds })?.subnetIds).toEqual([
      'subnet-1',
      'subnet-2',
      'subnet-3',
    ]);
  });

  it('needs none where stacks make their own cluster, and keeps one for those from before', () => {
    const creates = { ...joins, clusterMode: 'create' as const };
    expect(read(undefined, creates)).toBeUndefined();
    expect(read(cluster, creates)).toEqual(cluster);
  });

  it('names all that is missing, and the other way out', () => {
    expect(() => read(undefined)).toThrow(
      'existingCluster of target cloud lacks vpcId, vpcCidr, subnetIds, securityGroupId, oidcProvider: a stack has to know the cluster that it joins. Set them, or clusterMode: create where each environment gets a cluster of its own',
    );
  });

  it.each(Object.keys(cluster))('wants %s', key => {
    const { [key as keyof typeof cluster]: _, ...rest } = cluster;
    const message = `existingCluster of target cloud lacks ${key}:`;
    expect(() => read(rest)).toThrow(message);
    const empty = key === 'subnetIds' ? [] : '';
    expect(() => read({ ...rest, [key]: empty })).toThrow(
      key === 'subnetIds' ? message : key,
    );
  });

  it.each([
    ['vpcId', 'shared', 'has shared; it looks like vpc-0a1b2c3d'],
    ['vpcCidr', '10.20.0.0', 'has 10.20.0.0; it looks like 10.20.0.0/16'],
    ['subnetIds', ['subnet-1', 'b'], 'has b; it looks like subnet-0a1b2c3d'],
    ['subnetIds', ['subnet-1'], 'has subnet-1 alone'],
    ['securityGroupId', 'nodes', 'has nodes; it looks like sg-0a1b2c3d'],
    ['oidcProvider', 'https://oidc.example.com', 'it looks like oidc.eks'],
  ])('refuses %s %s', (key, value, message) => {
    const act = () => read({ ...cluster, [key]: value });
    expect(act).toThrow(`existingCluster.${key} of target cloud`);
    expect(act).toThrow(message);
  });
});
