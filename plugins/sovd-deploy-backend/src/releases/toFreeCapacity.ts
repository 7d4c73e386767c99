import { z } from 'zod/v4';
import type { NodeCapacity, PodRequests } from './CapacityReader';
import { toQuantity } from './toQuantity';

const quantitySchema = z.union([z.string(), z.number()]);
const resourcesSchema = z.object({
  cpu: quantitySchema.optional(),
  memory: quantitySchema.optional(),
});
const containerSchema = z.object({
  resources: z.object({ requests: resourcesSchema.optional() }).optional(),
});

/** The part of a pod's spec that says what it asks for. */
export const podSpecSchema = z.object({
  nodeName: z.string().optional(),
  containers: z.array(containerSchema).default([]),
  initContainers: z.array(containerSchema).optional(),
});

/** What is read of a node. */
export const nodeSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    unschedulable: z.boolean().optional(),
    taints: z.array(z.object({ effect: z.string() })).optional(),
  }),
  status: z.object({
    allocatable: resourcesSchema.extend({ pods: quantitySchema }),
    conditions: z
      .array(z.object({ type: z.string(), status: z.string() }))
      .default([]),
  }),
});

/** What is read of a pod. */
export const podSchema = z.object({
  spec: podSpecSchema,
  status: z.object({ phase: z.string().optional() }).optional(),
});

/** What a pod asks of its node: its containers together, or one that runs before them. */
export function toPodRequests(
  spec: z.infer<typeof podSpecSchema>,
): PodRequests {
  const { containers, initContainers = [] } = spec;
  const of = (resource: 'cpu' | 'memory', factor: number) => {
    const each = (list: typeof containers) =>
      list.map(({ resources }) => {
        const wanted = toQuantity(resources?.requests?.[resource] ?? 0);
        return Number.isNaN(wanted) ? 0 : wanted * factor;
      });
    const together = each(containers).reduce((sum, item) => sum + item, 0);
    return Math.max(together, ...each(initContainers));
  };
  return { cpu: of('cpu', 1000), memory: of('memory', 1) };
}

/** What the nodes that take anybody's pods have left. */
export function toFreeCapacity(
  nodes: readonly z.infer<typeof nodeSchema>[],
  pods: readonly z.infer<typeof podSchema>[],
): NodeCapacity[] {
  return nodes.filter(takesPods).map(({ metadata, status }) => {
    const here = pods.filter(
      ({ spec, status: { phase } = {} }) =>
        spec.nodeName === metadata.name &&
        phase !== 'Succeeded' &&
        phase !== 'Failed',
    );
    const wanted = here.map(({ spec }) => toPodRequests(spec));
    const { allocatable } = status;
    const left = (all: number, resource: 'cpu' | 'memory') =>
      wanted.reduce((rest, pod) => rest - pod[resource], all);
    return {
      name: metadata.name,
      cpu: left(toQuantity(allocatable.cpu ?? 0) * 1000, 'cpu'),
      memory: left(toQuantity(allocatable.memory ?? 0), 'memory'),
      pods: toQuantity(allocatable.pods) - here.length,
    };
  });
}

function takesPods({ spec, status }: z.infer<typeof nodeSchema>): boolean {
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  // a taint may be tolerated by the chart, which is for its owner to know
  const closed = spec.taints?.some(
    ({ effect }) => effect !== 'PreferNoSchedule',
  );
  return !spec.unschedulable && !closed && ready?.status === 'True';
}
