import { randomUUID } from 'node:crypto';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabaseMigrationReportStore } from './DatabaseMigrationReportStore';
import type { MigrationRun } from './MigrationRun';

const run: MigrationRun = {
  job: 'migrate-1',
  uid: 'uid-1',
  phase: 'running',
  startedAt: '2026-11-21T10:00:00Z',
};
const report = { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 };

describe('DatabaseMigrationReportStore', () => {
  const databases = testDatabases();
  let environmentId: string;

  const setUp = async (id: (typeof databases.ids)[0][0]) => {
    const database = await databases.open(id);
    const registry = new DatabaseEnvironmentRegistry(database);
    const { environment } = await registry.register(proposeEnvironment());
    environmentId = environment.id;
    return new DatabaseMigrationReportStore(database);
  };

  it.each(databases.ids)(
    'keeps what was seen, whatever is seen later (%p)',
    async id => {
      const store = await setUp(id);
      expect(await store.latest(environmentId)).toBeUndefined();
      await store.record(environmentId, run);
      expect(await store.latest(environmentId)).toEqual(run);
      await store.record(environmentId, { ...run, helmRevision: 4, report });
      // the pod is gone: only the Job is seen now
      const finished = {
        ...run,
        phase: 'succeeded',
        finishedAt: '2026-11-21T10:00:05Z',
      } as const;
      await store.record(environmentId, finished);
      expect(await store.latest(environmentId)).toEqual({
        ...finished,
        helmRevision: 4,
        report,
      });
    },
  );

  it.each(databases.ids)('gives the newest of several (%p)', async id => {
    const store = await setUp(id);
    await store.record(environmentId, run);
    await store.record(environmentId, {
      ...run,
      uid: 'uid-2',
      job: 'migrate-2',
      startedAt: '2026-11-21T11:00:00Z',
      cause: 'DeadlineExceeded',
    });
    expect(await store.latest(environmentId)).toMatchObject({
      uid: 'uid-2',
      job: 'migrate-2',
      cause: 'DeadlineExceeded',
    });
    const found = await store.latestOf([environmentId, randomUUID()]);
    expect([...found].map(([key, { uid }]) => [key, uid])).toEqual([
      [environmentId, 'uid-2'],
    ]);
  });
});
