import { bootstrapKinds, kindOf } from './bootstrapKinds';

const pathOf = (apiVersion: string, kind: string) =>
  bootstrapKinds.get(kindOf({ apiVersion, kind }))?.('fleet-staging');

describe('bootstrapKinds', () => {
  it.each([
    ['v1', 'Namespace', '/api/v1/namespaces'],
    ['v1', 'LimitRange', '/api/v1/namespaces/fleet-staging/limitranges'],
    [
      'networking.k8s.io/v1',
      'NetworkPolicy',
      '/apis/networking.k8s.io/v1/namespaces/fleet-staging/networkpolicies',
    ],
    [
      'external-secrets.io/v1',
      'SecretStore',
      '/apis/external-secrets.io/v1/namespaces/fleet-staging/secretstores',
    ],
  ])('knows where %s %s is kept', (apiVersion, kind, path) => {
    expect(pathOf(apiVersion, kind)).toBe(path);
  });

  it.each([
    ['v1', 'Secret'],
    ['v1', 'Pod'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['external-secrets.io/v1', 'ClusterSecretStore'],
    // The same kind of another group is another kind.
    ['example.com/v1', 'ServiceAccount'],
    ['external-secrets.io/v1beta1', 'ExternalSecret'],
  ])('knows no %s %s', (apiVersion, kind) => {
    expect(pathOf(apiVersion, kind)).toBeUndefined();
  });

  it('puts first what the others need', () => {
    const kinds = [...bootstrapKinds.keys()].map(key => key.split(' ')[1]);
    const before = (first: string, second: string) =>
      kinds.indexOf(first) < kinds.indexOf(second);
    expect(kinds[0]).toBe('Namespace');
    expect(before('ServiceAccount', 'SecretStore')).toBe(true);
    expect(before('SecretStore', 'ExternalSecret')).toBe(true);
  });
});
