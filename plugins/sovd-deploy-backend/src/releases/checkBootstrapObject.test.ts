import { InputError } from '@backstage/errors';
import { checkBootstrapObject } from './checkBootstrapObject';

const file = 'infrastructure/k8s/bootstrap/staging/a.yaml';
const check = (object: unknown) =>
  checkBootstrapObject(object, file, 'fleet-staging');
const of = (apiVersion: string, kind: string, metadata: object) => ({
  apiVersion,
  kind,
  metadata,
});

describe('checkBootstrapObject', () => {
  it.each([
    of('v1', 'Namespace', { name: 'fleet-staging' }),
    of('v1', 'ServiceAccount', { name: 'a', namespace: 'fleet-staging' }),
    of('external-secrets.io/v1', 'ExternalSecret', {
      name: 'sovd-webapp-secrets',
      namespace: 'fleet-staging',
    }),
  ])('lets $kind of the namespace through', object => {
    expect(check(object)).toEqual(object);
  });

  it.each([
    [
      'another namespace',
      of('v1', 'Namespace', { name: 'kube-system' }),
      `${file}: Namespace kube-system isn't this environment's namespace, which is fleet-staging`,
    ],
    [
      'an object elsewhere',
      of('v1', 'ServiceAccount', { name: 'a', namespace: 'kube-system' }),
      `${file}: ServiceAccount a is in namespace kube-system; write metadata.namespace: fleet-staging`,
    ],
    [
      'an object without namespace',
      of('v1', 'ServiceAccount', { name: 'a' }),
      'is in namespace (none)',
    ],
    [
      'a kind that gives rights',
      of('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', { name: 'a' }),
      `${file}: ClusterRoleBinding a of rbac.authorization.k8s.io/v1 isn't allowed here`,
    ],
    [
      'a Secret',
      of('v1', 'Secret', { name: 'a', namespace: 'fleet-staging' }),
      "isn't allowed here; a bootstrap folder may hold v1 Namespace",
    ],
    [
      'a known kind of another API',
      of('example.com/v1', 'ServiceAccount', {
        name: 'a',
        namespace: 'fleet-staging',
      }),
      'ServiceAccount a of example.com/v1',
    ],
    [
      'a name that is a path',
      of('v1', 'ServiceAccount', {
        name: '../../secrets',
        namespace: 'fleet-staging',
      }),
      'every document must be a Kubernetes object',
    ],
    ['a list', [], 'every document must be a Kubernetes object'],
  ])('refuses %s', (_, object, words) => {
    expect(() => check(object)).toThrow(InputError);
    expect(() => check(object)).toThrow(words);
  });
});
