import { z } from 'zod/v4';

/**
 * What a person asks a plan for. Versions are image tags or digests that the target's
 * registry knows; a rollback names a revision that ran here before.
 *
 * @public
 */
export const planRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('upgrade'),
    input: z.strictObject({
      /** Image tag (a Git tag or `sha-<commit>`) or digest. */
      version: z.string().min(1).max(128),
    }),
  }),
  z.strictObject({
    kind: z.literal('rollback'),
    input: z.strictObject({
      /** Helm's revision of the release to go back to. */
      revision: z.number().int().min(1),
    }),
  }),
  z.strictObject({
    kind: z.literal('scale'),
    input: z.strictObject({
      /** Between which the autoscaler keeps the pods of the backend. */
      backendMin: z.number().int().min(1).max(50),
      backendMax: z.number().int().min(1).max(50),
    }),
  }),
  z.strictObject({
    kind: z.literal('restart'),
    input: z.strictObject({}),
  }),
]);

/** @public */
export type PlanRequest = z.infer<typeof planRequestSchema>;
