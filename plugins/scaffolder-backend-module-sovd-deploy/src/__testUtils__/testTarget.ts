import { targetSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';

/** A target that makes a cluster of its own. */
export const testTarget = targetSchema.parse({
  name: 'sandbox',
  title: 'Sandbox on this machine',
  cluster: 'sandbox',
  region: 'us-east-1',
  accountId: '123456789012',
  repositories: { type: 'gitea', host: 'git.test', owner: 'sovd' },
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  clusterMode: 'create',
  namespacePattern: '{name}-{environment}',
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: [],
});

/** Where the golden files' environments run: it offers everything that there is. */
export const cloudTarget = {
  ...testTarget,
  title: 'Cloud',
  cluster: 'fleet',
  engines: ['cloudformation', 'terraform'],
  strategies: ['rolling', 'canary'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  addOns: ['monitoring', 'tracing', 'network-policy', 'argo-rollouts'],
} satisfies Target;
