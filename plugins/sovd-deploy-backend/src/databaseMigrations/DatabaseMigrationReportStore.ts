import { migrationReportSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { MigrationReportStore } from './MigrationReportStore';
import type { MigrationRun } from './MigrationRun';

const text = z
  .string()
  .nullish()
  .transform(value => value ?? undefined);
const rowSchema = z.object({
  job_uid: z.string(),
  environment_id: z.string(),
  job: z.string(),
  phase: z.enum(['pending', 'running', 'succeeded', 'failed']),
  helm_revision: z
    .number()
    .nullish()
    .transform(value => value ?? undefined),
  started_at: text,
  finished_at: text,
  report: text,
  cause: text,
});

/** Runs of migration Jobs in the portal's database. */
export class DatabaseMigrationReportStore implements MigrationReportStore {
  constructor(private readonly database: Knex) {}

  async record(environmentId: string, run: MigrationRun): Promise<void> {
    const known = {
      job: run.job,
      phase: run.phase,
      ...(run.helmRevision && { helm_revision: run.helmRevision }),
      ...(run.startedAt && { started_at: run.startedAt }),
      ...(run.finishedAt && { finished_at: run.finishedAt }),
      ...(run.report && { report: JSON.stringify(run.report) }),
      ...(run.cause && { cause: run.cause }),
    };
    await this.database('migration_reports')
      .insert({ job_uid: run.uid, environment_id: environmentId, ...known })
      .onConflict('job_uid')
      // only what is known now: a pod that is gone must not take its report along
      .merge(known);
  }

  async latest(environmentId: string): Promise<MigrationRun | undefined> {
    return (await this.latestOf([environmentId])).get(environmentId);
  }

  async latestOf(environmentIds: readonly string[]) {
    const ranked = this.database('migration_reports')
      .select('*')
      // a Job that never started has no time, and the newest is the one that counts
      .select(
        this.database.raw(
          'row_number() over (partition by environment_id order by case when started_at is null then 1 else 0 end, started_at desc) as age',
        ),
      )
      .whereIn('environment_id', [...environmentIds])
      .as('ranked');
    const rows: unknown[] = await this.database
      .select('*')
      .from(ranked)
      .where('age', 1);
    return new Map(
      rows
        .map(row => rowSchema.parse(row))
        .map(row => [row.environment_id, toMigrationRun(row)]),
    );
  }
}

function toMigrationRun(row: z.infer<typeof rowSchema>): MigrationRun {
  const { job_uid, helm_revision, started_at, finished_at, report, cause } =
    row;
  return {
    uid: job_uid,
    job: row.job,
    phase: row.phase,
    ...(helm_revision && { helmRevision: helm_revision }),
    ...(started_at && { startedAt: started_at }),
    ...(finished_at && { finishedAt: finished_at }),
    ...(report && {
      report: migrationReportSchema.parse(JSON.parse(report)),
    }),
    ...(cause && { cause }),
  };
}
