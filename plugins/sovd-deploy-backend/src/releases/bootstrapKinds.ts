/** A Kubernetes object as far as a bootstrap folder is judged by it. */
export interface BootstrapObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { target?: { name?: string } };
}

const inNamespace = (group: string, plural: string) => (namespace: string) =>
  `${group}/namespaces/${namespace}/${plural}`;
const core = '/api/v1';
const externalSecrets = '/apis/external-secrets.io/v1';

/**
 * The only kinds that a repository may bring into its namespace before the first release,
 * by API version, in the order in which they are applied, with the collection's path.
 */
export const bootstrapKinds: ReadonlyMap<
  string,
  (namespace: string) => string
> = new Map([
  ['v1 Namespace', () => `${core}/namespaces`],
  [
    'networking.k8s.io/v1 NetworkPolicy',
    inNamespace('/apis/networking.k8s.io/v1', 'networkpolicies'),
  ],
  ['v1 LimitRange', inNamespace(core, 'limitranges')],
  ['v1 ResourceQuota', inNamespace(core, 'resourcequotas')],
  ['v1 ServiceAccount', inNamespace(core, 'serviceaccounts')],
  [
    'external-secrets.io/v1 SecretStore',
    inNamespace(externalSecrets, 'secretstores'),
  ],
  [
    'external-secrets.io/v1 ExternalSecret',
    inNamespace(externalSecrets, 'externalsecrets'),
  ],
]);

/** How the kinds are looked up: API version and kind. */
export function kindOf(object: { apiVersion: string; kind: string }): string {
  return `${object.apiVersion} ${object.kind}`;
}
