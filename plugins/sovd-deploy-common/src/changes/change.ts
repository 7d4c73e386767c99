import { z } from 'zod/v4';
import { findingSchema } from '../finding';

/** @public */
export const changeKindSchema = z.enum([
  'create',
  'upgrade',
  'rollback',
  'scale',
  'restart',
]);

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

/** Where in its life a stage is; the last four are terminal. @public */
export const stagePhaseSchema = z.enum([
  'pending',
  'running',
  'succeeded',
  'failed',
  'aborted',
  'skipped',
]);

/** @public */
export type StagePhase = z.infer<typeof stagePhaseSchema>;

/** @public */
export const stageSchema = z.object({
  name: stageNameSchema,
  phase: stagePhaseSchema,
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** One sentence: what it does now, or what came of it. */
  summary: z.string().optional(),
});

/** @public */
export type Stage = z.infer<typeof stageSchema>;

/** That somebody wants a running change to end. @public */
export const abortRequestSchema = z.object({
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
});

/** @public */
export type AbortRequest = z.infer<typeof abortRequestSchema>;

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
  /** What ran before it; left out of a `create`. */
  fromVersion: z.string().optional(),
  /** Helm's revision of the release it brought, once that is deployed. */
  revision: z.number().int().min(1).optional(),
  /** The plan that it carries out; left out of a `create`. */
  planDigest: z.string().optional(),
  /** From the moment on that somebody asked for its end. */
  abort: abortRequestSchema.optional(),
  /** The first failing cause, when it failed; what was done, when it was aborted; what is left for people to do, when it succeeded. */
  finding: findingSchema.optional(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
});

/** @public */
export type Change = z.infer<typeof changeSchema>;

/** One page of an environment's changes, newest first. @public */
export const changePageSchema = z.object({
  items: z.array(changeSchema),
  /** Where the earlier ones start; left out where there are none. */
  nextCursor: z.string().optional(),
});

/** @public */
export type ChangePage = z.infer<typeof changePageSchema>;

/** One line of a change's log. `position` grows and never repeats within a change. @public */
export const changeLogEntrySchema = z.object({
  position: z.number().int(),
  at: z.iso.datetime(),
  stage: stageNameSchema,
  text: z.string(),
});

/** @public */
export type ChangeLogEntry = z.infer<typeof changeLogEntrySchema>;

/** Kinds that are carried out only as they were planned. @public */
export const plannedKindSchema = changeKindSchema.exclude(['create']);

/** @public */
export type PlannedKind = z.infer<typeof plannedKindSchema>;

/**
 * Body of `POST /v1/environments/:namespace/:name/changes`. All but the first change of an
 * environment carry out a plan, and say why.
 *
 * @public
 */
export const changeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    reason: z.string().max(500).optional(),
  }),
  z.strictObject({
    kind: plannedKindSchema,
    planDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    reason: z.string().trim().min(1).max(500),
  }),
]);

/** @public */
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/** @public */
export function isTerminal(phase: ChangePhase): boolean {
  return phase === 'succeeded' || phase === 'failed' || phase === 'aborted';
}
