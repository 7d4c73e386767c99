import { z } from 'zod/v4';

/**
 * A version that the image registry has for an environment, judged before it is planned.
 *
 * @public
 */
export const versionSchema = z.object({
  tag: z.string(),
  digest: z.string(),
  /** It runs here now. */
  running: z.boolean(),
  /** What became of it here before. */
  history: z
    .object({
      result: z.enum(['succeeded', 'failed', 'aborted']),
      changeId: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
  /** Why it can't be chosen. */
  blockedReason: z.string().optional(),
});

/** @public */
export type Version = z.infer<typeof versionSchema>;
