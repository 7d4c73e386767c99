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

  it('names who held the lock when the migration saw it', () => {
    const blockedBy = [
      {
        pid: 4711,
        application: 'sovd-report',
        since: '2026-11-21T11:41:07Z',
        relation: 'vehicle',
      },
    ];
    expect(
      toMigrationFailure({
        report: { ...report, sqlState: '55P03', blockedBy },
      }),
    ).toMatchObject({
      rule: 'database-migration-locked',
      cause:
        'It waited for table vehicle and gave up. Session 4711 (sovd-report, since 2026-11-21 11:41 UTC) holds the lock. No pod was touched; the schema stands at 0003',
      nextSteps: [{ label: expect.stringContaining('Let it end') }],
    });
  });

  it('speaks of another session when nobody was seen', () => {
    expect(
      toMigrationFailure({
        report: { ...report, sqlState: '55P03', blockedBy: [] },
      }).cause,
    ).toContain('another session of the database holds');
  });

  it("has Kubernetes' words when there is no report", () => {
    expect(toMigrationFailure({ cause: 'DeadlineExceeded' })).toMatchObject({
      headline: 'Database migration stopped',
      cause: 'DeadlineExceeded; no pod was touched',
    });
    expect(toMigrationFailure({}).cause).toContain('It left no report');
  });
});
