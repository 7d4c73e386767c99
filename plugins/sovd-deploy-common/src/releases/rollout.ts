import { z } from 'zod/v4';

/** @public */
export const rolloutPhaseSchema = z.enum([
  'pending',
  'running',
  'paused',
  'succeeded',
  'failed',
  'aborted',
]);

/** @public */
export type RolloutPhase = z.infer<typeof rolloutPhaseSchema>;

/**
 * One workload of a rollout with its pods, counted by what they run.
 *
 * @public
 */
export const workloadSchema = z.object({
  name: z.string(),
  kind: z.enum(['Deployment']),
  component: z.string(),
  /** `tag`, cut for people. */
  version: z.string(),
  image: z.string(),
  /** Pods that there should be now: the autoscaler's number where there is one. */
  desired: z.number().int(),
  /** Between which an autoscaler keeps the pods; left out where nobody scales them. */
  autoscaler: z
    .object({ min: z.number().int(), max: z.number().int() })
    .optional(),
  /** Ready pods that still run the former revision. */
  readyOld: z.number().int(),
  /** Ready pods of the new revision. */
  readyNew: z.number().int(),
  /** Pods of the new revision that aren't ready. */
  notReady: z.number().int(),
  /** First failing cause among the pods, in Kubernetes' words. */
  cause: z.string().optional(),
  /** Name of the pod that the cause is of; left out when it is of the workload itself. */
  causePod: z.string().optional(),
});

/** @public */
export type Workload = z.infer<typeof workloadSchema>;

/** One Release moving onto an Environment. @public */
export const rolloutSchema = z.object({
  phase: rolloutPhaseSchema,
  /** Helm's revision that the workloads carry. */
  revision: z.number().int(),
  version: z.string(),
  workloads: z.array(workloadSchema),
});

/** @public */
export type Rollout = z.infer<typeof rolloutSchema>;
