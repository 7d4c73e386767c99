import {
  answersSchema,
  environmentName,
  type Environment,
} from '@sovd/plugin-sovd-deploy-common';

/** A staging environment for tests. */
export function testEnvironment(application: string): Environment {
  const answers = answersSchema.parse({
    name: application,
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
  });
  const name = environmentName(answers);
  return {
    id: name,
    entityRef: `resource:default/${name}`,
    name,
    answers,
    repositoryUrl: `http://localhost:15930/sovd/${application}`,
    region: 'us-east-1',
    accountId: '123456789012',
    cluster: 'sandbox',
    namespace: name,
    releaseName: name,
    stackName: name,
    createdBy: 'user:default/guest',
    createdAt: '2026-11-21T10:00:00.000Z',
  };
}
