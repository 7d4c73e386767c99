import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { NodeCapacity, PodRequests } from '../releases/CapacityReader';
import type { RenderedObject } from '../releases/RenderedObject';
import { podSpecSchema, toPodRequests } from '../releases/toFreeCapacity';
import { withMinimumPods } from './autoscaled';
import { identityOf } from './diffObjects';
import { digestOf } from './digestOf';

const deploymentSchema = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    replicas: z.number().int().default(1),
    strategy: z
      .object({
        rollingUpdate: z
          .object({ maxSurge: z.union([z.number(), z.string()]).optional() })
          .optional(),
      })
      .optional(),
    template: z.object({ spec: podSpecSchema }),
  }),
});
type Deployment = z.infer<typeof deploymentSchema>;

/** What a Deployment adds above its wanted pods while it rolls, when it doesn't say. */
const DEFAULT_SURGE = '25%';

/**
 * Compares the pods that have to find room while a release rolls with what the nodes have
 * left. Only a warning: a cluster may grow by itself.
 */
export function judgeCapacity(
  from: readonly RenderedObject[],
  to: readonly RenderedObject[],
  nodes: readonly NodeCapacity[],
): Finding[] {
  const before = new Map(
    withMinimumPods(from).map(object => [identityOf(object), object]),
  );
  const wanted = withMinimumPods(to).flatMap(object =>
    newPods(before.get(identityOf(object)), object),
  );
  const left = nodes.map(node => ({ ...node }));
  const homeless = wanted.filter(pod => !place(pod, left));
  if (homeless.length === 0) return [];
  const [{ cpu, memory }] = homeless;
  const each = `${cpu / 1000} CPU and ${Math.ceil(memory / 1024 ** 2)} MiB`;
  return [
    {
      rule: 'capacity',
      severity: 'warning',
      headline: `${homeless.length} of ${wanted.length} new pods find no room`,
      cause: `While it rolls, the release needs ${wanted.length} pods more than now. ${nodes.length} nodes have no room left for ${each} each.`,
      nextSteps: [
        { label: 'Add a node, or ask for less in backend.resources' },
      ],
    },
  ];
}

/** Pods that come before one of the old ones goes. */
function newPods(
  from: RenderedObject | undefined,
  to: RenderedObject,
): PodRequests[] {
  const wanted = deploymentSchema.safeParse(to).data;
  if (!wanted || (from && digestOf(from) === digestOf(to))) return [];
  const had = deploymentSchema.safeParse(from).data;
  const more = wanted.spec.replicas - (had?.spec.replicas ?? 0);
  const rolls = had && templateOf(from) !== templateOf(to);
  const count = Math.max(more, 0) + (rolls ? surgeOf(wanted) : 0);
  const requests = toPodRequests(wanted.spec.template.spec);
  return Array.from({ length: count }, () => requests);
}

/** A checksum of what pods are made from; another one replaces all of them. */
function templateOf(object: RenderedObject | undefined): string {
  const spec = z.object({ template: z.json() }).safeParse(object?.spec);
  return digestOf(spec.data?.template);
}

/** Rounded up, as Kubernetes does. */
function surgeOf({ spec: { replicas, strategy } }: Deployment): number {
  const surge = strategy?.rollingUpdate?.maxSurge ?? DEFAULT_SURGE;
  if (typeof surge === 'number') return surge;
  return Math.ceil((Number.parseFloat(surge) / 100) * replicas);
}

function place(pod: PodRequests, nodes: NodeCapacity[]): boolean {
  const node = nodes.find(
    ({ cpu, memory, pods }) =>
      pods >= 1 && cpu >= pod.cpu && memory >= pod.memory,
  );
  if (!node) return false;
  node.pods -= 1;
  node.cpu -= pod.cpu;
  node.memory -= pod.memory;
  return true;
}
