import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toBootstrap } from './toBootstrap';

it('stays inside the namespace and asks Secrets Manager for one secret by name', () => {
  const files = toBootstrap(
    answersSchema.parse({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'aws',
    }),
    { accountId: '210987654321', region: 'eu-central-1' },
  );
  const manifests = files.map(({ content }) => parse(content));
  const [namespace, serviceAccount, secretStore, externalSecret] = manifests;
  expect(manifests.map(({ kind }) => kind)).toEqual([
    'Namespace',
    'ServiceAccount',
    'SecretStore',
    'ExternalSecret',
  ]);
  expect(namespace.metadata.name).toBe('fleet-staging');
  for (const { metadata } of manifests.slice(1)) {
    expect(metadata.namespace).toBe('fleet-staging');
  }
  expect(serviceAccount.metadata.annotations).toEqual({
    'eks.amazonaws.com/role-arn':
      'arn:aws:iam::210987654321:role/fleet-staging-secrets-reader',
  });
  expect(secretStore.spec.provider.aws.region).toBe('eu-central-1');
  expect(externalSecret.spec.data).toEqual([
    {
      secretKey: 'database-password',
      remoteRef: { key: 'fleet-staging/database', property: 'password' },
    },
  ]);
});
