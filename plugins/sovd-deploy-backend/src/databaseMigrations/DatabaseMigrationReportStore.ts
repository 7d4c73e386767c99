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
    const row: unknown = await this.database('migration_reports')
      .where({ environment_id: environmentId })
      // a Job that never started has no time, and the newest is the one that counts
      .orderByRaw('case when started_at is null then 1 else 0 end')
      .orderBy('started_at', 'desc')
      .first();
    if (!row) return undefined;
    const { job_uid, helm_revision, started_at, finished_at, report, ...rest } =
      rowSchema.parse(row);
    return {
      uid: job_uid,
      job: rest.job,
      phase: rest.phase,
      ...(helm_revision && { helmRevision: helm_revision }),
      ...(started_at && { startedAt: started_at }),
      ...(finished_at && { finishedAt: finished_at }),
      ...(report && {
        report: migrationReportSchema.parse(JSON.parse(report)),
      }),
      ...(rest.cause && { cause: rest.cause }),
    };
  }
}
