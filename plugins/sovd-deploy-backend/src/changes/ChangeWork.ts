import {
  changeKindSchema,
  componentImagesSchema,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import { plannedOutputsSchema } from './PlannedOutputs';

const commitSchema = z.string().regex(/^[0-9a-f]{40}$/);

/**
 * What a change carries out, settled when it was planned, so that nothing that moves
 * afterwards becomes part of it. Kept with the change as JSON.
 */
export const changeWorkSchema = z.object({
  kind: changeKindSchema,
  /** Commit that chart, code and stack template come from. */
  commit: commitSchema,
  /** Commit of the default branch that `environments/<environment>/` and its generated files come from. */
  environmentCommit: commitSchema,
  images: componentImagesSchema,
  /** Between which the autoscaler keeps the backend's pods afterwards; of a `scale` only. */
  bounds: z
    .object({ backendMin: z.number().int(), backendMax: z.number().int() })
    .optional(),
  /** Whether the migration Job runs; a release that goes back leaves the schema as it is. */
  migrate: z.boolean(),
  /** Outputs of the stack that all this was planned with. */
  outputs: plannedOutputsSchema.optional(),
  /** Values on top of all others, e.g. the annotation that restarts pods. */
  values: z.record(z.string(), z.json()),
  /** Files that the repository gets when the change has succeeded, by path; a scaled environment's answers. */
  files: z.record(z.string(), z.string()),
});

export type ChangeWork = z.infer<typeof changeWorkSchema>;
