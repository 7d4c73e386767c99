import { testTarget } from '../__testUtils__/testAnswers';
import { hasEffect } from './hasEffect';

const shared = { ...testTarget, clusterMode: 'existing' } as const;

describe('hasEffect', () => {
  it.each(['nodesMax', 'kubernetesVersion', 'natMode', 'vpcCidr'])(
    'knows that %s has none where the cluster is shared',
    field => {
      expect(hasEffect(field, testTarget)).toBe(true);
      expect(hasEffect(field, undefined)).toBe(true);
      expect(hasEffect(field, shared)).toBe(false);
    },
  );

  it.each(['databaseClass', 'workloadIdentity', 'backendMax'])(
    'knows that %s has one everywhere',
    field => {
      expect(hasEffect(field, shared)).toBe(true);
    },
  );
});
