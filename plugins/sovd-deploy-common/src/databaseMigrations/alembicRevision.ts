import { z } from 'zod/v4';

/**
 * What a revision does to data and to the code that runs beside it: `expand` only adds,
 * so that the older code goes on; `contract` takes away what older code may use, but its
 * downgrade brings it back; `irreversible` loses data or says so itself; `unknown` can't be
 * decided without running it.
 *
 * @public
 */
export const revisionSafetySchema = z.enum([
  'expand',
  'contract',
  'irreversible',
  'unknown',
]);

/** @public */
export type RevisionSafety = z.infer<typeof revisionSafetySchema>;

/** A file whose revision can't be read without running it, with the reason. @public */
export const unreadableRevisionSchema = z.object({
  file: z.string(),
  reason: z.string(),
});

/** @public */
export type UnreadableRevision = z.infer<typeof unreadableRevisionSchema>;
