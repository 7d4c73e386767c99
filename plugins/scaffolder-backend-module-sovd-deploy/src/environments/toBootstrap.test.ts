import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parseAllDocuments } from 'yaml';
import { toBootstrap } from './toBootstrap';

function manifestsOf(workloadIdentity: 'irsa' | 'pod-identity') {
  const files = toBootstrap(
    answersSchema.parse({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'aws',
      workloadIdentity,
    }),
    {
      accountId: '210987654321',
      namespacePattern: '{name}-{environment}',
      region: 'eu-central-1',
    },
  );
  return files.flatMap(({ content }) =>
    parseAllDocuments(content).map(document => document.toJS()),
  );
}

it('stays inside the namespace and asks Secrets Manager for its secrets by name', () => {
  const manifests = manifestsOf('irsa');
  const [namespace, serviceAccount, secretStore, externalSecret] = manifests;
  expect(manifests.map(({ kind }) => kind)).toEqual([
    'Namespace',
    'ServiceAccount',
    'SecretStore',
    'ExternalSecret',
    'LimitRange',
    'ResourceQuota',
  ]);
  expect(namespace.metadata.name).toBe('fleet-staging');
  expect(namespace.metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
  });
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
    {
      secretKey: 'jwt-secret',
      remoteRef: { key: 'fleet-staging/jwt', property: 'secret' },
    },
    {
      secretKey: 'redis-password',
      remoteRef: { key: 'fleet-staging/redis', property: 'password' },
    },
  ]);
});

it('names the role of External Secrets with EKS Pod Identity, which can’t give it', () => {
  expect(manifestsOf('pod-identity')).toEqual(manifestsOf('irsa'));
});

it('lets nothing in but the load balancer, and no pod keep state', () => {
  const quota = manifestsOf('irsa').find(
    ({ kind }) => kind === 'ResourceQuota',
  );
  expect(quota.spec.hard).toEqual({
    'services.loadbalancers': '0',
    'services.nodeports': '0',
    persistentvolumeclaims: '0',
  });
});
