import type { Finding, MigrationReport } from '@sovd/plugin-sovd-deploy-common';
import { toLockHolders } from './toLockHolders';

/** PostgreSQL's code of a statement that waited for a lock for too long. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Why a migration stopped, and where it left the schema. */
export function toMigrationFailure(job: {
  report?: MigrationReport;
  cause?: string;
}): Finding {
  const { blockedBy, current, error, revision, sqlState } = job.report ?? {};
  const what = `Database migration${revision ? ` ${revision}` : ''}`;
  const code = sqlState ? ` (SQLSTATE ${sqlState})` : '';
  const words = `${error ?? job.cause ?? 'It left no report'}${code}`;
  const stands = current
    ? `; the schema stands at ${current.join(', ') || 'no revision'}`
    : '';
  if (sqlState === LOCK_NOT_AVAILABLE) {
    const holders = toLockHolders(blockedBy);
    return {
      rule: 'database-migration-locked',
      severity: 'blocker',
      headline: `${what} waited too long for a lock`,
      cause: holders
        ? `${holders} No pod was touched${stands}`
        : `${words}: revision ${
            revision ?? 'of this release'
          } waited for a table that another session of the database holds${stands}`,
      nextSteps: [
        {
          label: holders
            ? 'Let it end, or end it with pg_terminate_backend, then run again'
            : 'Find the session that holds the lock (pg_stat_activity with pg_blocking_pids), let it end, then run again',
        },
      ],
    };
  }
  return {
    rule: 'database-migration-failed',
    severity: 'blocker',
    headline: `${what} stopped`,
    cause: `${words}${stands}; no pod was touched`,
    nextSteps: [
      { label: 'Correct the migration in the repository, then run again' },
    ],
  };
}
