import type { Target } from './generators.ts';

/** Where the checks' repositories would run: an account on AWS with every add-on. */
export const cloudTarget: Target = {
  accountId: '123456789012',
  cluster: 'shared',
  region: 'us-east-1',
  clusterMode: 'create',
  name: 'aws',
  title: 'AWS',
  namespacePattern: '{name}-{environment}',
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  engines: ['cloudformation', 'terraform'],
  strategies: ['rolling', 'canary'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['monitoring', 'tracing', 'network-policy', 'argo-rollouts'],
  usedCidrs: [],
};
