import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { CapacityReader, NodeCapacity } from './CapacityReader';
import type { ClusterAccess } from './ClusterAccess';
import { KubernetesClient } from './KubernetesClient';
import { nodeSchema, podSchema, toFreeCapacity } from './toFreeCapacity';

/** Objects of one answer; the API server gives the next ones by its own word. */
const PAGE = 500;

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }),
  items: z.array(z.unknown()),
});

/** Reads nodes and pods once, with the identity that only reads. */
export class KubernetesCapacityReader implements CapacityReader {
  /** @param options.accessOf - the reader's access to the environment's cluster */
  constructor(
    private readonly options: {
      accessOf(environment: Environment): ClusterAccess;
    },
  ) {}

  async read(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<NodeCapacity[]> {
    const client = new KubernetesClient(this.options.accessOf(environment));
    const [nodes, pods] = await Promise.all([
      list(client, 'nodes', nodeSchema, signal),
      list(client, 'pods', podSchema, signal),
    ]);
    return toFreeCapacity(nodes, pods);
  }
}

async function list<T extends z.ZodType>(
  client: KubernetesClient,
  what: string,
  schema: T,
  signal: AbortSignal,
): Promise<z.output<T>[]> {
  const found: z.output<T>[] = [];
  let next: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (next) query.set('continue', next);
    const answer = await client.json({
      path: `/api/v1/${what}?${query}`,
      signal,
    });
    const { items, metadata } = pageSchema.parse(answer);
    for (const item of items) found.push(schema.parse(item));
    next = metadata.continue;
  } while (next);
  return found;
}
