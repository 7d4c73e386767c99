import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DatabaseMigrationReportStore } from './DatabaseMigrationReportStore';
import type { MigrationRun } from './MigrationRun';

const environmentId = '6f1b7b63-0000-4000-8000-000000000001';
const run: MigrationRun = {
  job: 'migrate-1',
  uid: 'uid-1',
  phase: 'running',
  startedAt: '2026-11-21T10:00:00Z',
};
const report = { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 };

jest.setTimeout(60_000);

describe('DatabaseMigrationReportStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  const setUp = async (id: TestDatabaseId) => {
    const database = await databases.init(id);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
    const columns = await database('environments').columnInfo();
    const row = Object.fromEntries(
      Object.keys(columns).map(column => [column, `x-${column}`]),
    );
    await database('environments').insert({ ...row, id: environmentId });
    return new DatabaseMigrationReportStore(database);
  };

  it.each(databases.eachSupportedId())(
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

  it.each(databases.eachSupportedId())(
    'gives the newest of several (%p)',
    async id => {
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
      const found = await store.latestOf([environmentId, 'another']);
      expect([...found].map(([key, { uid }]) => [key, uid])).toEqual([
        [environmentId, 'uid-2'],
      ]);
    },
  );
});
