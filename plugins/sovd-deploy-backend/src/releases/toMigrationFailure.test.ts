import { toMigrationFailure } from './toMigrationFailure';

const report = {
  current: ['0003'],
  heads: ['0004'],
  applied: [],
  durationMs: 1,
  revision: '0004',
};

describe('toMigrationFailure', () => {
  it("has the database's words, its code, the revision and where the schema stands", () => {
    expect(
      toMigrationFailure({
        report: {
          ...report,
          error: 'UndefinedTableError: relation "vehicle" does not exist',
          sqlState: '42P01',
        },
      }),
    ).toMatchObject({
      rule: 'database-migration-failed',
      headline: 'Database migration 0004 stopped',
      cause:
        'UndefinedTableError: relation "vehicle" does not exist (SQLSTATE 42P01); the schema stands at 0003; no pod was touched',
    });
  });

  it('says who waited for what when it got no lock', () => {
    expect(
      toMigrationFailure({
        report: {
          ...report,
          error:
            'LockNotAvailableError: canceling statement due to lock timeout',
          sqlState: '55P03',
        },
      }),
    ).toMatchObject({
      rule: 'database-migration-locked',
      headline: 'Database migration 0004 waited too long for a lock',
      cause:
        'LockNotAvailableError: canceling statement due to lock timeout (SQLSTATE 55P03): revision 0004 waited for a table that another session of the database holds; the schema stands at 0003',
      nextSteps: [{ label: expect.stringContaining('pg_blocking_pids') }],
    });
  });

  it("has Kubernetes' words when there is no report", () => {
    expect(toMigrationFailure({ cause: 'DeadlineExceeded' })).toMatchObject({
      headline: 'Database migration stopped',
      cause: 'DeadlineExceeded; no pod was touched',
    });
    expect(toMigrationFailure({}).cause).toContain('It left no report');
  });
});
