import { targetSchema } from '@sovd/plugin-sovd-deploy-common';

/** What the product's functions are measured with. */
export const target = targetSchema.parse({
  name: 'cloud',
  title: 'Cloud',
  cluster: 'cloud',
  region: 'eu-central-1',
  accountId: '123456789012',
  repositories: { type: 'gitea', host: 'git.example.com', owner: 'sovd' },
  namespacePattern: '{name}-{environment}',
  clusterMode: 'create',
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: [],
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
});
