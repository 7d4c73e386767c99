import { changeSchema } from '@sovd/plugin-sovd-deploy-common';
import type { AbortRequest, StageName } from '@sovd/plugin-sovd-deploy-common';
import type { JsonObject } from '@backstage/types';
import type { ChangeState } from './ChangeState';
import { changeWorkSchema } from './ChangeWork';

/** A row of the table `changes`. */
export interface ChangeRow {
  sequence: number;
  id: string;
  environment_id: string;
  kind: string;
  phase: string;
  requested_by: string;
  reason: string | null;
  version: string | null;
  from_version: string | null;
  plan_digest: string | null;
  work: string | null;
  abort_requested_by: string | null;
  abort_requested_at: string | null;
  finding: string | null;
  created_at: string;
  finished_at: string | null;
  /** PostgreSQL gives big integers as text. */
  next_look_at: number | string;
  attempts: number;
}

/** A row of the table `change_stages`. */
export interface ChangeStageRow {
  change_id: string;
  position: number;
  name: StageName;
  phase: string;
  started_at: string | null;
  finished_at: string | null;
  summary: string | null;
  checkpoint: string;
  result: string | null;
}

/**
 * @param stages - in the order of their positions
 * @throws ZodError when the rows aren't what this version of the plugin writes
 */
export function toChangeState(
  row: ChangeRow & { entity_ref: string },
  stages: readonly ChangeStageRow[],
): ChangeState {
  const finished = stages.filter(({ result }) => result !== null);
  const results = byStage(finished, stage => JSON.parse(stage.result ?? '{}'));
  const abort = toAbortRequest(row);
  return {
    change: changeSchema.parse({
      id: row.id,
      environmentRef: row.entity_ref,
      kind: row.kind,
      phase: row.phase,
      stages: stages.map(stage => ({
        name: stage.name,
        phase: stage.phase,
        startedAt: stage.started_at ?? undefined,
        finishedAt: stage.finished_at ?? undefined,
        summary: stage.summary ?? undefined,
      })),
      requestedBy: row.requested_by,
      reason: row.reason ?? undefined,
      version: row.version ?? undefined,
      fromVersion: row.from_version ?? undefined,
      revision: results.release?.revision,
      planDigest: row.plan_digest ?? undefined,
      abort,
      finding: row.finding === null ? undefined : JSON.parse(row.finding),
      createdAt: row.created_at,
      finishedAt: row.finished_at ?? undefined,
    }),
    ...(row.work && { work: changeWorkSchema.parse(JSON.parse(row.work)) }),
    checkpoints: byStage(stages, stage => JSON.parse(stage.checkpoint)),
    results,
    attempts: row.attempts,
    nextLookAt: Number(row.next_look_at),
  };
}

/** Written by whoever asks, while somebody else may work on the change. */
export function toAbortRequest(
  row: Pick<ChangeRow, 'abort_requested_by' | 'abort_requested_at'>,
): AbortRequest | undefined {
  const { abort_requested_by: requestedBy, abort_requested_at: requestedAt } =
    row;
  return requestedBy !== null && requestedAt !== null
    ? { requestedBy, requestedAt }
    : undefined;
}

function byStage(
  stages: readonly ChangeStageRow[],
  read: (stage: ChangeStageRow) => JsonObject,
): Partial<Record<StageName, JsonObject>> {
  return Object.fromEntries(stages.map(stage => [stage.name, read(stage)]));
}

/** Columns that a step may change; the others stay as they were at the start. */
export function toChangeColumns({ change, attempts, nextLookAt }: ChangeState) {
  return {
    phase: change.phase,
    version: change.version ?? null,
    finding: change.finding ? JSON.stringify(change.finding) : null,
    finished_at: change.finishedAt ?? null,
    next_look_at: nextLookAt,
    attempts,
  };
}

/** One row for each stage, without its change. */
export function toStageColumns({ change, checkpoints, results }: ChangeState) {
  return change.stages.map((stage, position) => {
    const result = results[stage.name];
    return {
      position,
      name: stage.name,
      phase: stage.phase,
      started_at: stage.startedAt ?? null,
      finished_at: stage.finishedAt ?? null,
      summary: stage.summary ?? null,
      checkpoint: JSON.stringify(checkpoints[stage.name] ?? {}),
      result: result ? JSON.stringify(result) : null,
    };
  });
}
