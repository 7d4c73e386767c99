import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { ClusterAccess } from './ClusterAccess';
import { KubernetesApiError } from './KubernetesApiError';
import type { KubernetesCause } from './KubernetesApiError';
import { KubernetesClient } from './KubernetesClient';
import type { ApplyRefusal, ReleaseRehearsal } from './ReleaseRehearsal';
import type { RenderedObject } from './RenderedObject';
import { toConflicts } from './toConflicts';

/** The name under which Helm owns the fields that it applies. */
const FIELD_MANAGER = 'helm';

const resourceListSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() }),
  ),
});
type Resource = z.infer<typeof resourceListSchema>['resources'][number];

/**
 * Server-side apply of each object as Helm would do it, as a dry run: the API server itself
 * says which fields belong to somebody else, and what it would refuse.
 */
export class KubernetesReleaseRehearsal implements ReleaseRehearsal {
  /** @param options.accessOf - the deployer's access to the environment's cluster */
  constructor(
    private readonly options: {
      accessOf(environment: Environment): ClusterAccess;
    },
  ) {}

  async rehearse(
    environment: Environment,
    objects: readonly RenderedObject[],
    signal: AbortSignal,
  ): Promise<ApplyRefusal[]> {
    const client = new KubernetesClient(this.options.accessOf(environment));
    // a hook's object is deleted and made anew, so that nobody's fields stand in its way
    const applied = objects.filter(object => !isHook(object));
    const versions = [...new Set(applied.map(object => object.apiVersion))];
    const known = new Map(
      await Promise.all(
        versions.map(
          async version =>
            [version, await readResources(client, version, signal)] as const,
        ),
      ),
    );
    const refusals = await Promise.all(
      applied.map(object => {
        const resource = known
          .get(object.apiVersion)
          ?.find(({ kind, name }) => kind === object.kind && !/\//.test(name));
        return resource
          ? this.apply(client, environment, object, resource, signal)
          : toRefusal(object, `The cluster has no ${object.apiVersion}`);
      }),
    );
    return refusals.filter(refusal => refusal !== undefined);
  }

  private async apply(
    client: KubernetesClient,
    environment: Environment,
    object: RenderedObject,
    resource: Resource,
    signal: AbortSignal,
  ): Promise<ApplyRefusal | undefined> {
    const { name, namespace = environment.namespace } = object.metadata;
    const place = resource.namespaced ? `/namespaces/${namespace}` : '';
    const query = new URLSearchParams({
      fieldManager: FIELD_MANAGER,
      dryRun: 'All',
    });
    try {
      await client.json({
        method: 'PATCH',
        path: `${rootOf(object.apiVersion)}${place}/${
          resource.name
        }/${encodeURIComponent(name)}?${query}`,
        contentType: 'application/apply-patch+yaml',
        body: object,
        signal,
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.status === 0) {
        throw error;
      }
      return toRefusal(object, error.message, error.causes);
    }
  }
}

async function readResources(
  client: KubernetesClient,
  apiVersion: string,
  signal: AbortSignal,
): Promise<Resource[]> {
  try {
    const answer = await client.json({ path: rootOf(apiVersion), signal });
    return resourceListSchema.parse(answer).resources;
  } catch (error) {
    if (error instanceof KubernetesApiError && error.status === 404) return [];
    throw error;
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

function toRefusal(
  { kind, metadata }: RenderedObject,
  message: string,
  causes: readonly KubernetesCause[] = [],
): ApplyRefusal {
  return { kind, name: metadata.name, conflicts: toConflicts(causes), message };
}

function isHook({ metadata: { annotations } }: RenderedObject): boolean {
  return (
    typeof annotations === 'object' &&
    annotations !== null &&
    'helm.sh/hook' in annotations
  );
}
