import { render } from '@testing-library/react';
import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import { databaseMigration, failedMigration } from '../__testUtils__/overviews';
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
    expect(run).toHaveTextContent(/Applied nothingJob .+, (?:29|30|31) s ago/);
  });

  it("gives the database's words where it stopped", () => {
    const run = textOf(failedMigration);
    expect(run).toHaveTextContent('Stopped in 0003, SQLSTATE 55P03');
    expect(run).toHaveTextContent('lock timeout');
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
