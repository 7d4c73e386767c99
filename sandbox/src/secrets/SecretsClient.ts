import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  type KubernetesListObject,
  PatchStrategy,
  setHeaderOptions,
  type V1Secret,
} from '@kubernetes/client-node';

import {
  type ExternalSecret,
  externalSecretsGroup,
  externalSecretsVersion,
  type SecretStore,
  type SecretStoreReference,
} from './ExternalSecret.ts';

const FIELD_MANAGER = 'external-secrets';
const api = { group: externalSecretsGroup, version: externalSecretsVersion };
const patchAs = (strategy: PatchStrategy) =>
  setHeaderOptions('Content-Type', strategy);

async function orUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error: { code?: number }) => {
    if (error.code === 404) return undefined;
    throw error;
  });
}

/** The calls that syncing needs. */
export class SecretsClient {
  readonly config = new KubeConfig();
  readonly #core: CoreV1Api;
  readonly #objects: CustomObjectsApi;

  constructor(kubeconfig: string) {
    this.config.loadFromFile(kubeconfig);
    this.#core = this.config.makeApiClient(CoreV1Api);
    this.#objects = this.config.makeApiClient(CustomObjectsApi);
  }

  listExternalSecrets(): Promise<KubernetesListObject<ExternalSecret>> {
    return this.#objects.listCustomObjectForAllNamespaces({
      ...api,
      plural: 'externalsecrets',
    }) as Promise<KubernetesListObject<ExternalSecret>>;
  }

  listSecrets(labelSelector: string) {
    return this.#core.listSecretForAllNamespaces({ labelSelector });
  }

  externalSecret(
    namespace: string,
    name: string,
  ): Promise<ExternalSecret | undefined> {
    return orUndefined(
      this.#objects.getNamespacedCustomObject({
        ...{ ...api, namespace, name, plural: 'externalsecrets' },
      }) as Promise<ExternalSecret>,
    );
  }

  store(
    namespace: string,
    { name, kind = 'SecretStore' }: SecretStoreReference,
  ): Promise<SecretStore | undefined> {
    const found =
      kind === 'ClusterSecretStore'
        ? this.#objects.getClusterCustomObject({
            ...{ ...api, name, plural: 'clustersecretstores' },
          })
        : this.#objects.getNamespacedCustomObject({
            ...{ ...api, namespace, name, plural: 'secretstores' },
          });
    return orUndefined(found as Promise<SecretStore>);
  }

  async hasServiceAccount(namespace: string, name: string): Promise<boolean> {
    const found = this.#core.readNamespacedServiceAccount({ namespace, name });
    return (await orUndefined(found)) !== undefined;
  }

  secret(namespace: string, name: string): Promise<V1Secret | undefined> {
    return orUndefined(this.#core.readNamespacedSecret({ namespace, name }));
  }

  /** Server-side: keys that were applied before and are no longer given go. */
  async apply(secret: V1Secret): Promise<void> {
    const { name = '', namespace = '' } = secret.metadata ?? {};
    await this.#core.patchNamespacedSecret(
      {
        ...{ name, namespace, body: secret },
        ...{ fieldManager: FIELD_MANAGER, force: true },
      },
      patchAs(PatchStrategy.ServerSideApply),
    );
  }

  async writeStatus(external: ExternalSecret, status: object): Promise<void> {
    const { name = '', namespace = '' } = external.metadata ?? {};
    const where = { ...api, namespace, name, plural: 'externalsecrets' };
    await orUndefined(
      this.#objects.patchNamespacedCustomObjectStatus(
        { ...where, body: { status } },
        patchAs(PatchStrategy.MergePatch),
      ),
    );
  }

  async writeStoreStatus(store: SecretStore, status: object): Promise<void> {
    const { name = '', namespace } = store.metadata ?? {};
    const options = patchAs(PatchStrategy.MergePatch);
    const body = { status };
    await orUndefined(
      namespace
        ? this.#objects.patchNamespacedCustomObjectStatus(
            { ...api, namespace, name, plural: 'secretstores', body },
            options,
          )
        : this.#objects.patchClusterCustomObjectStatus(
            { ...api, name, plural: 'clustersecretstores', body },
            options,
          ),
    );
  }
}
