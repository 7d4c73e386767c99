import {
  databaseMigrationSchema,
  migrationReportSchema,
} from './databaseMigration';

const report = {
  current: ['0002'],
  heads: ['0002'],
  applied: [],
  durationMs: 0,
};
const migration = {
  phase: 'succeeded',
  current: ['0002'],
  heads: ['0002'],
  applied: ['0002'],
  atHead: true,
  job: 'fleet-staging-migrate-1',
};
const holder = {
  pid: 4711,
  application: 'sovd-report',
  user: 'report',
  state: 'idle in transaction',
  since: '2026-11-21T11:41:07Z',
  relation: 'vehicle',
};

describe('migrationReportSchema', () => {
  it.each([
    report,
    { ...report, current: [], heads: ['a', 'b'], durationMs: 4100 },
    { ...report, error: 'LockNotAvailable', sqlState: '55P03', revision: 'b' },
    { ...report, error: 'LockNotAvailable', blockedBy: [holder, { pid: 0 }] },
  ])('takes %j as it is', given => {
    expect(migrationReportSchema.parse(given)).toEqual(given);
  });

  it('leaves out what a newer migration program may add', () => {
    expect(migrationReportSchema.parse({ ...report, locale: 'C' })).toEqual(
      report,
    );
  });

  it.each([
    ['one revision in place of a list', { current: '0002' }],
    ['no heads', { heads: undefined }],
    ['a negative duration', { durationMs: -1 }],
    ['a part of a millisecond', { durationMs: 0.5 }],
    ['a number as its SQLSTATE', { sqlState: 55 }],
    ['a holder without its process ID', { blockedBy: [{ user: 'report' }] }],
    ['a process ID in words', { blockedBy: [{ ...holder, pid: '4711' }] }],
    ['a part of a process ID', { blockedBy: [{ ...holder, pid: 4711.5 }] }],
    ['a holder since a clock', { blockedBy: [{ ...holder, since: '11:41' }] }],
    ['a table by its number', { blockedBy: [{ ...holder, relation: 16384 }] }],
    ['one holder in place of a list', { blockedBy: holder }],
  ])('refuses %s', (_, wrong) => {
    expect(
      migrationReportSchema.safeParse({ ...report, ...wrong }).success,
    ).toBe(false);
  });
});

describe('databaseMigrationSchema', () => {
  it.each([
    migration,
    {
      ...migration,
      phase: 'failed',
      atHead: false,
      startedAt: '2026-11-21T10:00:00Z',
      finishedAt: '2026-11-21T10:00:05.120Z',
      durationMs: 5120,
      cause: 'canceling statement due to lock timeout',
      sqlState: '55P03',
      revision: '0003',
      blockedBy: [holder],
    },
  ])('takes %j as it is', given => {
    expect(databaseMigrationSchema.parse(given)).toEqual(given);
  });

  it.each([
    ['a phase of a rollout', { phase: 'paused' }],
    ['no word on the head', { atHead: undefined }],
    ['a start without a zone', { startedAt: '2026-11-21T10:00:00' }],
    ['an end that is no time', { finishedAt: 'just now' }],
    ['no Job', { job: undefined }],
    ['a holder without its process ID', { blockedBy: [{}] }],
  ])('refuses %s', (_, wrong) => {
    expect(
      databaseMigrationSchema.safeParse({ ...migration, ...wrong }).success,
    ).toBe(false);
  });
});
