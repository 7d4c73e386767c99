import { z } from 'zod/v4';

/** Where in its life a stack is, whatever engine made it. @public */
export const stackPhaseSchema = z.enum([
  'absent',
  'creating',
  'updating',
  'ready',
  'rolling-back',
  'failed',
  'deleting',
]);

/** @public */
export type StackPhase = z.infer<typeof stackPhaseSchema>;

/**
 * What provisioning returns to the release, by output name. Never a secret:
 * secrets are named here and live in Secrets Manager.
 *
 * @public
 */
export const stackOutputsSchema = z.record(z.string(), z.string());

/** @public */
export type StackOutputs = z.infer<typeof stackOutputsSchema>;

/** The cloud resources of an environment. @public */
export const stackSchema = z.object({
  engine: z.enum(['cloudformation', 'terraform']),
  name: z.string(),
  phase: stackPhaseSchema,
  /** The engine's own word, e.g. `UPDATE_ROLLBACK_COMPLETE`. */
  providerStatus: z.string(),
  region: z.string(),
  accountId: z.string(),
  resourceCount: z.number().int(),
  outputs: stackOutputsSchema,
  /** The first failing cause of the last operation, in the provider's words. */
  cause: z.string().optional(),
});

/** @public */
export type Stack = z.infer<typeof stackSchema>;
