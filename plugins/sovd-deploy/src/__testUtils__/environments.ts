import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, Target } from '@sovd/plugin-sovd-deploy-common';
import { ago } from './moments';

export const sandboxTarget: Target = {
  name: 'sandbox',
  title: 'Sandbox on this machine',
  cluster: 'sandbox',
  clusterMode: 'create',
  region: 'eu-central-1',
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
  repositories: { type: 'gitea', host: 'localhost:15080', owner: 'sovd' },
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: [],
  remark:
    'Nodes are simulated: pods become ready without running. Migrations run for real.',
};

export const frankfurtTarget: Target = {
  ...sandboxTarget,
  clusterMode: 'existing',
  name: 'frankfurt',
  title: 'Frankfurt, shared cluster',
  cluster: 'fra-1',
  accountId: '210987654321',
  remark: undefined,
};

export const diagnosticsStaging: Environment = {
  id: '5a1d6c0e-8a53-4a3f-9a0a-0d4c5f1b7e21',
  entityRef: 'resource:default/diagnostics-staging',
  name: 'diagnostics-staging',
  answers: answersSchema.parse({
    name: 'diagnostics',
    description: 'Reads trouble codes in the workshop',
    owner: 'group:default/workshop',
    environment: 'staging',
    tier: 'staging',
    target: 'sandbox',
  }),
  repositoryUrl: 'http://localhost:15080/sovd/diagnostics',
  region: 'eu-central-1',
  accountId: '123456789012',
  cluster: 'sandbox',
  namespace: 'diagnostics-staging',
  releaseName: 'diagnostics-staging',
  stackName: 'diagnostics-staging',
  createdBy: 'user:default/mira.lang',
  createdAt: ago(86_400 * 3),
};
