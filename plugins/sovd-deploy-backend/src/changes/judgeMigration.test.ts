import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import { judgeMigration } from './judgeMigration';

const release = { revision: 4 };
const begun = '2026-11-21T10:00:00.700Z';
const report = {
  current: ['0002', '0001'],
  heads: ['0001', '0002'],
  applied: [],
  durationMs: 1,
};
const run: MigrationRun = {
  job: 'm',
  uid: '1',
  phase: 'succeeded',
  helmRevision: 4,
  report,
};
const UNHEARD = 'The database migration has not reported yet';

describe('judgeMigration', () => {
  it.each<[string, MigrationRun | undefined, MigrationRun | undefined]>([
    ['as seen now', run, undefined],
    ['as kept, when Kubernetes has deleted the Job', undefined, run],
    ['as kept, while the pod is gone', { ...run, report: undefined }, run],
    [
      'of a Job that says no revision but began later',
      undefined,
      {
        ...run,
        helmRevision: undefined,
        startedAt: '2026-11-21T10:00:00Z',
      },
    ],
  ])('takes the report %s', (_, seen, kept) => {
    expect(judgeMigration(release, seen, kept, begun)).toBeUndefined();
  });

  it.each<[string, MigrationRun | undefined, MigrationRun | undefined, string]>(
    [
      ['nothing was seen', undefined, undefined, UNHEARD],
      [
        'the report is of an earlier release',
        undefined,
        { ...run, helmRevision: 3 },
        UNHEARD,
      ],
      [
        'the report is of a Job that began before',
        undefined,
        { ...run, helmRevision: undefined, startedAt: '2026-11-21T09:59:00Z' },
        UNHEARD,
      ],
      [
        'the database is behind',
        { ...run, report: { ...report, current: [] } },
        run,
        'The database is at no revision, not at 0001, 0002',
      ],
      [
        'the migration had an error',
        { ...run, report: { ...report, error: 'deadlock' } },
        undefined,
        'The database is at 0002, 0001, not at 0001, 0002',
      ],
    ],
  )('waits when %s', (_, seen, kept, missing) => {
    expect(judgeMigration(release, seen, kept, begun)).toBe(missing);
  });
});
