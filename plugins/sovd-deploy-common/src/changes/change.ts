import { z } from 'zod/v4';
import { findingSchema } from '../finding';

/** @public */
export const changeKindSchema = z.enum(['create']);

/** @public */
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** Where in its life a change is; the last three are terminal. @public */
export const changePhaseSchema = z.enum([
  'planned',
  'running',
  'succeeded',
  'failed',
  'aborted',
]);

/** @public */
export type ChangePhase = z.infer<typeof changePhaseSchema>;

/** Stages of a change, in the order in which they run. @public */
export const stageNames = [
  'stack',
  'bootstrap',
  'release',
  'verify',
  'record',
] as const;

/** @public */
export const stageNameSchema = z.enum(stageNames);

/** @public */
export type StageName = z.infer<typeof stageNameSchema>;

/** @public */
export const stageSchema = z.object({
  name: stageNameSchema,
  phase: z.enum(['pending', 'running', 'succeeded', 'failed', 'skipped']),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** One sentence: what it does now, or what came of it. */
  summary: z.string().optional(),
});

/** @public */
export type Stage = z.infer<typeof stageSchema>;

/**
 * The unit of every mutation. It is carried out by the backend's reconciler,
 * survives a killed backend, and always ends in a terminal phase.
 *
 * @public
 */
export const changeSchema = z.object({
  id: z.string(),
  environmentRef: z.string(),
  kind: changeKindSchema,
  phase: changePhaseSchema,
  stages: z.array(stageSchema),
  requestedBy: z.string(),
  reason: z.string().optional(),
  /** What people call the release it brings, once it is known. */
  version: z.string().optional(),
  /** The first failing cause, when it failed. */
  finding: findingSchema.optional(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
});

/** @public */
export type Change = z.infer<typeof changeSchema>;

/** One line of a change's log. `position` grows and never repeats within a change. @public */
export const changeLogEntrySchema = z.object({
  position: z.number().int(),
  at: z.iso.datetime(),
  stage: stageNameSchema,
  text: z.string(),
});

/** @public */
export type ChangeLogEntry = z.infer<typeof changeLogEntrySchema>;

/** Body of `POST /v1/environments/:namespace/:name/changes`. @public */
export const changeRequestSchema = z.strictObject({
  kind: changeKindSchema,
  reason: z.string().max(500).optional(),
});

/** @public */
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/** @public */
export function isTerminal(phase: ChangePhase): boolean {
  return phase === 'succeeded' || phase === 'failed' || phase === 'aborted';
}
