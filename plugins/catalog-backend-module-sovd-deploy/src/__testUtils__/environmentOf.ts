import { environmentSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** A registered environment of an application, in the contract's shape. */
export function environmentOf(name: string): Environment {
  return environmentSchema.parse({
    id: `id-${name}`,
    entityRef: `resource:default/${name}-staging`,
    name: `${name}-staging`,
    answers: {
      name,
      description: '',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    },
    repositoryUrl: `https://git.test/sovd/${name}`,
    region: 'us-east-1',
    accountId: '123456789012',
    cluster: 'sandbox',
    namespace: `${name}-staging`,
    releaseName: `${name}-staging`,
    stackName: `${name}-staging`,
    createdBy: 'user:default/guest',
    createdAt: '2026-01-01T00:00:00Z',
  });
}
