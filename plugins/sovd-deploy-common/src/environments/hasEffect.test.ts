import { testTarget } from '../__testUtils__/testAnswers';
import { hasEffect } from './hasEffect';

const shared = { ...testTarget, clusterMode: 'existing' } as const;

describe('hasEffect', () => {
  it.each(['nodesMax', 'kubernetesVersion', 'natMode', 'availabilityZones'])(
    'knows that %s has none where the cluster is shared',
    field => {
      expect(hasEffect(field, testTarget)).toBe(true);
      expect(hasEffect(field, undefined)).toBe(true);
      expect(hasEffect(field, shared)).toBe(false);
    },
  );

  // policies go by the block, whoever made the network
  it.each(['databaseClass', 'workloadIdentity', 'backendMax', 'vpcCidr'])(
    'knows that %s has one everywhere',
    field => {
      expect(hasEffect(field, shared)).toBe(true);
    },
  );
});
