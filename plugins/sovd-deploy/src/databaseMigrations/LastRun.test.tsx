import { render } from '@testing-library/react';
import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import {
  databaseMigration,
  failedMigration,
  lockedMigration,
} from '../__testUtils__/overviews';
import { LastRun } from './LastRun';

const textOf = (migration: DatabaseMigration) =>
  render(<LastRun migration={migration} />).container;

describe('LastRun', () => {
  it('says what it applied, how long it took, and when', () => {
    const run = textOf({
      ...databaseMigration,
      finishedAt: new Date(Date.now() - 120_000).toISOString(),
    });
    expect(run).toHaveTextContent('Applied 0001, 0002 in 4 s');
    expect(run).toHaveTextContent(`Job ${databaseMigration.job}, 2 min ago`);
    expect(run).not.toHaveTextContent('Stopped');
  });

  it('counts from its start as long as it has no end', () => {
    const run = textOf({
      ...databaseMigration,
      phase: 'running',
      startedAt: new Date(Date.now() - 30_000).toISOString(),
      finishedAt: undefined,
      durationMs: undefined,
      applied: [],
    });
    expect(run).toHaveTextContent(/Applied nothingJob .+, \d+ s ago/);
  });

  it("gives the database's words where it stopped", () => {
    const run = textOf(failedMigration);
    expect(run).toHaveTextContent('Stopped in 0003, SQLSTATE 55P03');
    expect(run).toHaveTextContent('lock timeout');
  });

  it('names who held the lock, on what, and since when', () => {
    const [holder] = lockedMigration.blockedBy ?? [];
    expect(textOf(lockedMigration)).toHaveTextContent(
      /Session 4711 \(sovd-report, report, idle in transaction\) held the lock on diagnostic_session, begun \d+ min ago/,
    );
    expect(
      textOf({ ...lockedMigration, blockedBy: [holder, { pid: 12 }] }),
    ).toHaveTextContent(/begun \d+ min ago, and 1 more in the way/);
  });

  it.each([
    [{ pid: 4711 }, /Session 4711 held the lockApplied/],
    [{ pid: 0 }, /A prepared transaction held the lockApplied/],
  ])('says of a holder no more than is known: %j', (holder, words) => {
    expect(
      textOf({ ...failedMigration, blockedBy: [holder] }),
    ).toHaveTextContent(words);
  });

  it('has no line for a holder that nobody saw', () => {
    expect(textOf(failedMigration)).not.toHaveTextContent('held the lock');
  });

  it('says that it did not come to any revision', () => {
    const run = textOf({
      ...failedMigration,
      revision: undefined,
      sqlState: undefined,
      cause: undefined,
    });
    expect(run).toHaveTextContent('Stopped before the first revision');
    expect(run).not.toHaveTextContent('SQLSTATE');
  });

  it('keeps the cause of an earlier failure out of a run that succeeded', () => {
    expect(
      textOf({ ...failedMigration, phase: 'succeeded' }),
    ).not.toHaveTextContent('lock timeout');
  });
});
