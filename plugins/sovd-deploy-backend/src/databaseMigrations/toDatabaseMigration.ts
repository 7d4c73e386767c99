import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from './MigrationRun';

/**
 * What is known of a database: of the run that can be seen, or else of the last that was.
 *
 * @param seen - the newest Job while its objects exist
 * @param kept - what was written down of the newest Job that was ever seen
 */
export function toDatabaseMigration(
  seen: MigrationRun | undefined,
  kept: MigrationRun | undefined,
): DatabaseMigration | undefined {
  const run = seen ?? kept;
  if (!run) return undefined;
  const same = seen && kept && seen.uid === kept.uid ? kept : undefined;
  const report = run.report ?? same?.report;
  // a run that hasn't reported yet leaves the database where the run before left it
  const { current, heads } = report ??
    kept?.report ?? { current: [], heads: [] };
  const cause = report?.error ?? run.cause ?? same?.cause;
  return {
    phase: run.phase,
    current,
    heads,
    applied: report?.applied ?? [],
    atHead: report?.error === undefined && sameRevisions(current, heads),
    job: run.job,
    ...(run.startedAt && { startedAt: run.startedAt }),
    ...(run.finishedAt && { finishedAt: run.finishedAt }),
    ...(report && { durationMs: report.durationMs }),
    ...(cause && { cause }),
    ...(report?.sqlState && { sqlState: report.sqlState }),
    ...(report?.revision && { revision: report.revision }),
    ...(report?.blockedBy && { blockedBy: report.blockedBy }),
  };
}

function sameRevisions(
  current: readonly string[],
  heads: readonly string[],
): boolean {
  return (
    heads.length > 0 && [...current].sort().join() === [...heads].sort().join()
  );
}
