import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import type { ChangeOrder } from './ChangeStore';

/** Why a kind of change does without a stage. */
const skipped: Partial<
  Record<ChangeOrder['kind'], Partial<Record<StageName, string>>>
> = {
  scale: {
    stack: 'Only the number of pods changes; the stack stays as it is',
    bootstrap: 'Only the number of pods changes; the namespace stays as it is',
  },
  restart: {
    stack: 'Only the pods are started anew; the stack stays as it is',
    bootstrap: 'Only the pods are started anew; the namespace stays as it is',
  },
};

/** Writes a change that begins now, with its stages. */
export async function insertChange(
  transaction: Knex.Transaction,
  environmentId: string,
  id: string,
  { kind, planned, reason, requestedBy }: ChangeOrder,
  now: number,
): Promise<void> {
  await transaction('changes').insert({
    id,
    environment_id: environmentId,
    kind,
    phase: 'running',
    requested_by: requestedBy,
    reason,
    created_at: new Date(now).toISOString(),
    next_look_at: now,
    attempts: 0,
    ...(planned && {
      version: planned.plan.toVersion,
      from_version: planned.plan.fromVersion,
      plan_digest: planned.plan.digest,
      work: JSON.stringify(planned.work),
    }),
  });
  await transaction('change_stages').insert(
    stageNames.map((name, position) => {
      const summary = skipped[kind]?.[name];
      return {
        change_id: id,
        position,
        name,
        phase: summary ? 'skipped' : 'pending',
        summary: summary ?? null,
        checkpoint: '{}',
      };
    }),
  );
}
