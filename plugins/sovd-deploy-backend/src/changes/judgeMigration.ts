import type { Release } from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';

/**
 * What is still missing until the database is where the release's image wants it, in one
 * sentence; undefined when nothing is. A report counts only when it is of this release's
 * own Job: an earlier one says nothing about newer revisions.
 *
 * @param seen - the newest Job while its objects exist
 * @param kept - the newest Job that was ever seen
 * @param since - when the release began, for a chart whose Jobs name no revision
 */
export function judgeMigration(
  release: Pick<Release, 'revision'>,
  seen: MigrationRun | undefined,
  kept: MigrationRun | undefined,
  since: string | undefined,
): string | undefined {
  const own = findOwnRun(release, [seen, kept], since);
  if (!own?.report) return 'The database migration has not reported yet';
  const { current, error, heads } = own.report;
  const atHead =
    error === undefined &&
    [...current].sort().join() === [...heads].sort().join();
  return atHead
    ? undefined
    : `The database is at ${
        current.join(', ') || 'no revision'
      }, not at ${heads.join(', ')}`;
}

/** The first of these runs that has reported, and is of this release's own Job. */
export function findOwnRun(
  { revision }: Pick<Release, 'revision'>,
  runs: readonly (MigrationRun | undefined)[],
  since: string | undefined,
): MigrationRun | undefined {
  return runs.find(run => run?.report && isOf(run, revision, since));
}

function isOf(run: MigrationRun, revision: number, since?: string): boolean {
  if (run.helmRevision !== undefined) return run.helmRevision === revision;
  const { startedAt } = run;
  if (!since || !startedAt) return true;
  // Kubernetes gives whole seconds only
  return Date.parse(startedAt) + 1_000 > Date.parse(since);
}
