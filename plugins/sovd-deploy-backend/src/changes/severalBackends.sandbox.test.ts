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
import { sandboxPostgres } from '../__testUtils__/sandboxPostgres';
import { setTime } from '../__testUtils__/setTime';
import { startBackendProcess } from '../__testUtils__/startBackendProcess';
import { plannedWork } from '../__testUtils__/testChange';
import { plannedChange } from '../__testUtils__/testPlan';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import type { ChangeOrder } from './ChangeStore';
import { DatabaseChangeQueue } from './DatabaseChangeQueue';
import { DatabaseChangeStore } from './DatabaseChangeStore';

jest.setTimeout(120_000);

/** Changes that are to be shared out, each of another environment. */
const CHANGES = 6;

describe('Several backends on PostgreSQL', () => {
  const backends: ReturnType<typeof startBackendProcess>[] = [];
  let postgres: Awaited<ReturnType<typeof sandboxPostgres>>;
  let database: Knex;
  let folder: string;
  let journal: Journal;
  let changes: DatabaseChangeStore;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sovd-several-'));
    journal = new Journal(path.join(folder, 'journal'));
    postgres = await sandboxPostgres();
    database = knexFactory(postgres.connection);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
    changes = new DatabaseChangeStore(database);
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.kill()));
    await database.destroy();
    await postgres.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function register(count: number): Promise<Environment[]> {
    const registry = new DatabaseEnvironmentRegistry(database);
    const environments: Environment[] = [];
    for (let index = 0; index < count; index++) {
      const proposal = {
        ...proposeEnvironment({ name: `fleet-${index}` }),
        // the journaled world has one repository
        repositoryUrl: proposeEnvironment().repositoryUrl,
      };
      environments.push((await registry.register(proposal)).environment);
    }
    return environments;
  }

  function upgrade(): ChangeOrder {
    const { commit } = new JournaledProviders(journal);
    const { plan } = plannedChange();
    const work = plannedWork({ commit, environmentCommit: commit });
    const planned = { plan, work };
    return { kind: 'upgrade', requestedBy: 'user:default/ann', planned };
  }

  function start(pauseAt?: string) {
    const backend = startBackendProcess({
      database: postgres.connection,
      journal: path.join(folder, 'journal'),
      pauseAt,
    });
    backends.push(backend);
    return backend;
  }

  async function until(look: () => Promise<boolean> | boolean) {
    for (const end = Date.now() + 60_000; ; ) {
      for (const backend of backends) backend.check();
      if (await look()) return;
      if (Date.now() > end) {
        const left = await database('change_stages').whereNot(
          'phase',
          'pending',
        );
        throw new Error(JSON.stringify([left, journal.of('warning')]));
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('share the changes out and run none of them twice', async () => {
    const environments = await register(CHANGES);
    for (const environment of environments) {
      await changes.start(environment, upgrade());
    }
    for (let index = 0; index < 3; index++) start();
    await until(async () => {
      const rows = await database('changes').select('phase');
      return rows.every(({ phase }) => isTerminal(phase));
    });
    const rows = await database('changes').select('phase');
    expect(rows.map(({ phase }) => phase)).toEqual(
      Array(CHANGES).fill('succeeded'),
    );
    const made = journal.of('stack').map(({ changeId }) => changeId);
    expect(new Set(made).size).toBe(CHANGES);
    expect(made).toHaveLength(CHANGES);
    const released = journal.of('release').map(entry => entry.description);
    expect(new Set(released).size).toBe(CHANGES);
    expect(released).toHaveLength(CHANGES);
  });

  it('let one go on when another was killed, without help', async () => {
    const [environment] = await register(1);
    const { change } = await changes.start(environment, upgrade());
    const first = start('after release');
    await until(() => journal.of('paused').length > 0);
    await first.kill();
    backends.length = 0;
    const second = start();
    await until(async () => {
      const found = await changes.find(change.id);
      return found !== undefined && isTerminal(found.phase);
    });
    await expect(changes.find(change.id)).resolves.toMatchObject({
      phase: 'succeeded',
    });
    expect(journal.of('release')).toHaveLength(1);
    expect(journal.of('commit')).toMatchObject([{ process: second.pid }]);
  });

  it('start one of many changes that are asked for at once', async () => {
    const [environment] = await register(1);
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        changes.start(environment, {
          ...upgrade(),
          requestedBy: `user:default/person-${index}`,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    const [{ id, requested_by }] = await database('changes');
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      expect(answer.reason).toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(`of ${requested_by} (${id})`),
      });
    }
  });

  it('refuse the writes of one that has lost its lease', async () => {
    const [environment] = await register(1);
    await changes.start(environment, upgrade());
    let now = Date.now() + 1;
    const queue = new DatabaseChangeQueue(
      database,
      () => now,
      setTime(() => now),
    );
    const former = await queue.claim((await queue.due(1))[0], 'former');
    const state = await former!.load();
    now += 60_000;
    const claims = await Promise.all(
      [1, 2, 3, 4].map(async holder => {
        const [due] = await queue.due(1);
        return due && queue.claim(due, `heir ${holder}`);
      }),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    await expect(former!.save(state)).rejects.toThrow('is lost');
    await expect(former!.renew()).rejects.toThrow('is lost');
    await expect(
      former!.append([
        { at: new Date().toISOString(), stage: 'stack', text: 'late' },
      ]),
    ).rejects.toThrow('is lost');
    await expect(database('change_log')).resolves.toEqual([]);
  });
});
