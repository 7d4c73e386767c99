import type { Change } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { toChangeState } from './toChangeState';
import type { ChangeRow, ChangeStageRow } from './toChangeState';

/** Reads changes with their stages, newest first: two queries, however many there are. */
export async function readChanges(
  database: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<{ environmentId: string; change: Change }[]> {
  const rows: (ChangeRow & { entity_ref: string })[] = await narrow(
    database('changes')
      .join('environments', 'environments.id', 'changes.environment_id')
      .select('changes.*', 'environments.entity_ref')
      .orderBy('sequence', 'desc'),
  );
  const stages = await database<ChangeStageRow>('change_stages')
    .whereIn(
      'change_id',
      rows.map(({ id }) => id),
    )
    .orderBy('position');
  const stagesOf = new Map<string, ChangeStageRow[]>();
  for (const stage of stages) {
    const known = stagesOf.get(stage.change_id);
    if (known) known.push(stage);
    else stagesOf.set(stage.change_id, [stage]);
  }
  return rows.map(row => ({
    environmentId: row.environment_id,
    change: toChangeState(row, stagesOf.get(row.id) ?? []).change,
  }));
}
