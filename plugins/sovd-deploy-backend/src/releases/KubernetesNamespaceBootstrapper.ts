import { InputError, NotAllowedError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { BootstrapObject, bootstrapKinds, kindOf } from './bootstrapKinds';
import type { ClusterAccess } from './ClusterAccess';
import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesClient } from './KubernetesClient';
import { readBootstrapFolder } from './readBootstrapFolder';
import type { NamespaceBootstrapper } from './ReleaseDeployer';

/** Owns the fields that bootstrap sets, in Kubernetes' server-side apply. */
const FIELD_MANAGER = 'sovd-deploy';

interface ExternalSecretStatus {
  status?: {
    conditions?: { type: string; reason?: string; message?: string }[];
  };
}

/** Applies a namespace's first objects by server-side apply, and looks for the Secrets they bring. */
export class KubernetesNamespaceBootstrapper implements NamespaceBootstrapper {
  /** @param options.accessOf - the deployer's access to the environment's cluster */
  constructor(
    private readonly options: {
      accessOf(environment: Environment): ClusterAccess;
    },
  ) {}

  async bootstrap(
    environment: Environment,
    sourceFolder: string,
    signal: AbortSignal,
  ): Promise<{ waitingFor: string[] }> {
    const { namespace, answers } = environment;
    const objects = await readBootstrapFolder(
      sourceFolder,
      answers.environment,
      namespace,
    );
    const client = new KubernetesClient(this.options.accessOf(environment));
    for (const object of objects) {
      await this.apply(client, namespace, object, signal);
    }
    const missing = await Promise.all(
      objects
        .filter(object => object.kind === 'ExternalSecret')
        .map(object => this.findMissing(client, namespace, object, signal)),
    );
    return { waitingFor: missing.filter(text => text !== undefined) };
  }

  private async apply(
    client: KubernetesClient,
    namespace: string,
    object: BootstrapObject,
    signal: AbortSignal,
  ): Promise<void> {
    const label = `${object.kind} ${object.metadata.name}`;
    const applied = client.json({
      method: 'PATCH',
      path: `${pathOf(
        object,
        namespace,
      )}?fieldManager=${FIELD_MANAGER}&fieldValidation=Strict`,
      contentType: 'application/apply-patch+yaml',
      body: object,
      signal,
    });
    await applied.catch(error => {
      throw toRefusal(error, label);
    });
  }

  /** Why the Secret of an ExternalSecret isn't there yet; undefined when it is. */
  private async findMissing(
    client: KubernetesClient,
    namespace: string,
    object: BootstrapObject,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const secret = object.spec?.target?.name ?? object.metadata.name;
    try {
      await client.json({
        path: `/api/v1/namespaces/${namespace}/secrets/${secret}`,
        // metadata only: the portal needs to know that it exists, and no more
        accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
        signal,
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.status !== 404) {
        throw error;
      }
    }
    const { status } = await client.json<ExternalSecretStatus>({
      path: pathOf(object, namespace),
      signal,
    });
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    const words = [ready?.reason, ready?.message].filter(Boolean).join(': ');
    return `Secret ${secret} (${
      words || 'External Secrets has not looked at it yet'
    })`;
  }
}

function pathOf(object: BootstrapObject, namespace: string): string {
  const collection = bootstrapKinds.get(kindOf(object))?.(namespace);
  return `${collection}/${object.metadata.name}`;
}

/** Refusals that asking again can't change, as the errors that end a change. */
function toRefusal(error: unknown, label: string): unknown {
  if (!(error instanceof KubernetesApiError)) return error;
  const words = `${label} can't be applied: ${error.message}`;
  switch (error.status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `${words}; give the target's deployer the right to it`,
      );
    case 404:
      return new InputError(`${words}; install External Secrets there first`);
    case 400:
    case 409:
    case 422:
      return new InputError(`${words}; correct it in the repository`);
    default:
      // server-side apply gives a field that the schema doesn't know as its own failure
      return /typed patch object/.test(error.message)
        ? new InputError(`${words}; correct it in the repository`)
        : error;
  }
}
