import { databaseMigrationSchema } from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from './MigrationRun';
import { toDatabaseMigration } from './toDatabaseMigration';

const done: MigrationRun = {
  job: 'migrate-1',
  uid: '1',
  phase: 'succeeded',
  startedAt: '2026-11-21T10:00:00Z',
  finishedAt: '2026-11-21T10:00:05Z',
  report: {
    current: ['0002'],
    heads: ['0002'],
    applied: ['0001', '0002'],
    durationMs: 108,
  },
};
const stuck: MigrationRun = {
  job: 'migrate-2',
  uid: '2',
  phase: 'failed',
  report: {
    current: ['0002'],
    heads: ['0003'],
    applied: [],
    durationMs: 3148,
    error: 'LockNotAvailableError: canceling statement due to lock timeout',
    sqlState: '55P03',
    revision: '0003',
    blockedBy: [{ pid: 4711, application: 'sovd-report' }],
  },
};
const pending: MigrationRun = { job: 'migrate-3', uid: '3', phase: 'pending' };

describe('toDatabaseMigration', () => {
  it('is nothing when no Job ever ran', () => {
    expect(toDatabaseMigration(undefined, undefined)).toBeUndefined();
  });

  it.each([
    ['seen', done, undefined],
    ['kept', undefined, done],
  ])('gives a run that is only %s as the contract has it', (_, seen, kept) => {
    const migration = toDatabaseMigration(seen, kept);
    expect(databaseMigrationSchema.parse(migration)).toEqual(migration);
    expect(migration).toEqual({
      phase: 'succeeded',
      current: ['0002'],
      heads: ['0002'],
      applied: ['0001', '0002'],
      atHead: true,
      job: 'migrate-1',
      startedAt: '2026-11-21T10:00:00Z',
      finishedAt: '2026-11-21T10:00:05Z',
      durationMs: 108,
    });
  });

  it("gives the database's words of a run that failed", () => {
    expect(toDatabaseMigration(stuck, done)).toMatchObject({
      phase: 'failed',
      atHead: false,
      cause: 'LockNotAvailableError: canceling statement due to lock timeout',
      sqlState: '55P03',
      revision: '0003',
      blockedBy: [{ pid: 4711, application: 'sovd-report' }],
    });
  });

  it('leaves the schema where the run before left it while a new one starts', () => {
    expect(toDatabaseMigration(pending, done)).toMatchObject({
      phase: 'pending',
      current: ['0002'],
      applied: [],
      job: 'migrate-3',
    });
  });

  it('takes the report that was kept when a restarted portal sees only the Job', () => {
    const { report, ...bare } = done;
    expect(toDatabaseMigration(bare, done)).toMatchObject({
      current: report?.current,
      applied: report?.applied,
    });
  });

  it('is not at head when nothing is known, and compares heads as a set', () => {
    expect(toDatabaseMigration(pending, undefined)?.atHead).toBe(false);
    const report = {
      current: ['b', 'a'],
      heads: ['a', 'b'],
      applied: [],
      durationMs: 0,
    };
    expect(toDatabaseMigration({ ...done, report }, undefined)?.atHead).toBe(
      true,
    );
  });
});
