import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { Journal } from '../__testUtils__/Journal';
import { JournaledProviders } from '../__testUtils__/JournaledProviders';
import { startBackendProcess } from '../__testUtils__/startBackendProcess';
import { plannedChange } from '../__testUtils__/testPlan';
import { plannedWork } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabaseReleaseStore } from '../releases/DatabaseReleaseStore';
import { DatabaseChangeStore } from './DatabaseChangeStore';

jest.setTimeout(180_000);

const MOMENTS = [
  'before stack',
  'after stack',
  'before bootstrap',
  'after bootstrap',
  'before release',
  'after release',
  'during verify',
  'before commit',
  'after commit',
];
const requestedBy = 'user:default/ann';

describe('A backend that is killed with SIGKILL', () => {
  const running: { kill(): Promise<void> }[] = [];
  let folder: string;
  let connection: Knex.Config;
  let database: Knex;
  let journal: Journal;
  let changes: DatabaseChangeStore;
  let environment: Environment;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sovd-killed-'));
    journal = new Journal(path.join(folder, 'journal'));
    connection = {
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, 'database') },
      useNullAsDefault: true,
    };
    database = knexFactory(connection);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
    changes = new DatabaseChangeStore(database);
    ({ environment } = await new DatabaseEnvironmentRegistry(database).register(
      proposeEnvironment(),
    ));
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(backend => backend.kill()));
    await database.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  async function until<T>(
    backend: { check(): void },
    look: () => Promise<T | undefined> | T | undefined,
  ): Promise<T> {
    for (const end = Date.now() + 30_000; ; ) {
      backend.check();
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(JSON.stringify(journal.read()));
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  function start(pauseAt?: string) {
    const backend = startBackendProcess({
      database: connection,
      journal: path.join(folder, 'journal'),
      pauseAt,
    });
    running.push(backend);
    return backend;
  }

  /** Starts a backend and kills it right there. */
  async function killAt(moment: string) {
    const backend = start(moment);
    await until(backend, () =>
      journal
        .of('paused')
        .some(
          entry => entry.moment === moment && entry.process === backend.pid,
        ),
    );
    if (moment === 'during verify') {
      // the release stage looks at the same pods
      const verify = { name: 'verify', phase: 'running' };
      await until(backend, () =>
        database('change_stages').where(verify).first(),
      );
    }
    await backend.kill();
    // the time of its lease passes
    await database('change_leases').update({ expires_at: 0 });
  }

  async function finish(id: string) {
    const backend = start();
    const change = await until(backend, async () => {
      const found = await changes.find(id);
      return found && isTerminal(found.phase) ? found : undefined;
    });
    await backend.kill();
    return change;
  }

  it('in every moment of every stage leaves one change and one release', async () => {
    const { change } = await changes.start(environment, {
      kind: 'create',
      requestedBy,
    });
    for (const moment of MOMENTS) {
      await killAt(moment);
      await expect(changes.find(change.id)).resolves.toMatchObject({
        phase: 'running',
      });
    }
    const ended = await finish(change.id);
    expect(ended).toMatchObject({ phase: 'succeeded', revision: 1 });
    expect(ended.stages.map(({ phase }) => phase)).toEqual(
      Array(5).fill('succeeded'),
    );
    const times = ended.stages.flatMap(({ startedAt, finishedAt }) => [
      startedAt,
      finishedAt,
    ]);
    expect(times).toEqual([...times].sort());
    for (const event of ['stack', 'release', 'commit']) {
      expect([event, journal.of(event).length]).toEqual([event, 1]);
    }
    await expect(changes.list(environment.id, 10)).resolves.toHaveLength(1);

    // and it is free for the next one
    const { commit } = new JournaledProviders(journal);
    const upgrade = await changes.start(environment, {
      kind: 'restart',
      requestedBy,
      planned: {
        plan: plannedChange().plan,
        work: plannedWork({
          kind: 'restart',
          commit,
          environmentCommit: commit,
        }),
      },
    });
    await killAt('after release');
    await expect(finish(upgrade.change.id)).resolves.toMatchObject({
      phase: 'succeeded',
      revision: 2,
      stages: [{ phase: 'skipped' }, { phase: 'skipped' }, {}, {}, {}],
    });
    expect(journal.of('release')).toHaveLength(2);
    expect(journal.of('warning')).toEqual([]);
  });

  it('while a change is taken back takes it back once, and says what runs', async () => {
    const first = await changes.start(environment, {
      kind: 'create',
      requestedBy,
    });
    await expect(finish(first.change.id)).resolves.toMatchObject({
      phase: 'succeeded',
    });
    const { commit } = new JournaledProviders(journal);
    const { change } = await changes.start(environment, {
      kind: 'restart',
      requestedBy,
      planned: {
        plan: plannedChange().plan,
        work: plannedWork({
          kind: 'restart',
          commit,
          environmentCommit: commit,
        }),
      },
    });
    await killAt('during verify');
    await changes.requestAbort(change.id, 'user:default/ben');
    for (const moment of ['before release', 'after release', 'before commit']) {
      await killAt(moment);
    }
    await expect(finish(change.id)).resolves.toMatchObject({
      phase: 'aborted',
      abort: { requestedBy: 'user:default/ben' },
      stages: [
        { phase: 'skipped' },
        { phase: 'skipped' },
        { phase: 'succeeded' },
        { phase: 'aborted' },
        { phase: 'skipped' },
      ],
    });
    expect(journal.of('release').map(entry => entry.description)).toEqual([
      `change ${first.change.id}`,
      `change ${change.id}`,
      'Rollback to 1',
    ]);
    const releases = new DatabaseReleaseStore(database);
    const runs = await releases.latest(environment);
    expect(runs).toMatchObject({ revision: 3, commit });
    const [record] = journal.of('commit').reverse();
    expect(JSON.stringify(record.files)).toContain('revision: 3');
  });
});
