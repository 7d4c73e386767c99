import type { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';

const checkpointSchema = z.object({
  /** EventIds that were told already. */
  told: z.array(z.string()).default([]),
  /** Id of a stack that is being deleted before it is made anew; a name no longer finds it. */
  deleting: z.string().optional(),
});

/** What one step of provisioning leaves for the next. */
export type StackCheckpoint = z.infer<typeof checkpointSchema>;

/** Reads a checkpoint back; the first step has an empty one. */
export function readStackCheckpoint(checkpoint: JsonObject): StackCheckpoint {
  return checkpointSchema.parse(checkpoint);
}

/** A checkpoint as JSON, without what is undefined. */
export function writeStackCheckpoint(checkpoint: StackCheckpoint): JsonObject {
  return {
    told: checkpoint.told,
    ...(checkpoint.deleting && { deleting: checkpoint.deleting }),
  };
}
