import type { Knex } from 'knex';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseChangeQueue } from './DatabaseChangeQueue';
import { DatabaseChangeStore } from './DatabaseChangeStore';

const order = {
  kind: 'create',
  requestedBy: 'user:default/ann',
  reason: 'First',
} as const;

describe('DatabaseChangeStore', () => {
  const databases = testDatabases();

  async function setUp(database: Knex) {
    const { environment } = await new DatabaseEnvironmentRegistry(
      database,
    ).register(proposeEnvironment());
    return { environment, changes: new DatabaseChangeStore(database) };
  }

  async function end(database: Knex, phase: 'succeeded' | 'failed') {
    const queue = new DatabaseChangeQueue(database, () => Date.now() + 1);
    const [due] = await queue.due(1);
    const lease = await queue.claim(due, 'test');
    const state = await lease!.load();
    const finishedAt = new Date().toISOString();
    await lease!.save({
      ...state,
      change: { ...state.change, phase, finishedAt },
    });
  }

  describe.each(databases.ids)('on %p', id => {
    it('starts a change with all its stages', async () => {
      const { changes, environment } = await setUp(await databases.open(id));
      const { change, started } = await changes.start(environment, order);
      expect(started).toBe(true);
      expect(change).toMatchObject({
        environmentRef: 'resource:default/fleet-staging',
        kind: 'create',
        phase: 'running',
        requestedBy: 'user:default/ann',
        reason: 'First',
      });
      expect(
        change.stages.map(({ name, phase }) => `${name} ${phase}`),
      ).toEqual([
        'stack pending',
        'bootstrap pending',
        'release pending',
        'verify pending',
        'record pending',
      ]);
      await expect(changes.find(change.id)).resolves.toEqual(change);
    });

    it('knows no change of another id', async () => {
      const { changes } = await setUp(await databases.open(id));
      await expect(
        changes.find('00000000-0000-4000-8000-000000000000'),
      ).resolves.toBeUndefined();
    });

    it('gives everybody who asks at once the same create', async () => {
      const { changes, environment } = await setUp(await databases.open(id));
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => changes.start(environment, order)),
      );
      expect(new Set(answers.map(({ change }) => change.id)).size).toBe(1);
      expect(answers.filter(({ started }) => started)).toHaveLength(1);
    });

    it('returns a create that succeeded, and follows a failed one by another', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const first = await changes.start(environment, order);
      await end(database, 'failed');
      const second = await changes.start(environment, order);
      expect(second.started).toBe(true);
      expect(second.change.id).not.toBe(first.change.id);
      await end(database, 'succeeded');
      const third = await changes.start(environment, order);
      expect(third).toMatchObject({
        started: false,
        change: { id: second.change.id, phase: 'succeeded' },
      });
      // The environment is free again for another kind of change.
      await expect(
        database('change_leases').select('change_id'),
      ).resolves.toEqual([{ change_id: null }]);
      const history = await changes.list(environment.id, 10);
      expect(history.map(change => change.id)).toEqual([
        second.change.id,
        first.change.id,
      ]);
      await expect(changes.latest(environment.id)).resolves.toMatchObject({
        id: second.change.id,
      });
    });

    it('refuses a change while one of another kind runs', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change } = await changes.start(environment, order);
      await database('change_leases').update({ change_id: change.id });
      const other = { ...order, kind: 'upgrade' as 'create' };
      await expect(changes.start(environment, other)).rejects.toThrow(
        `fleet-staging is busy with the create change of user:default/ann (${change.id}); wait for its end`,
      );
    });

    it('reads the log behind a position', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change } = await changes.start(environment, order);
      const queue = new DatabaseChangeQueue(database, () => Date.now() + 1);
      const lease = await queue.claim((await queue.due(1))[0], 'test');
      const line = { at: '2026-11-21T10:00:00.000Z', stage: 'stack' } as const;
      await lease!.append([
        { ...line, text: 'one' },
        { ...line, text: 'two' },
      ]);
      await lease!.append([{ ...line, text: 'three' }]);
      await lease!.append([]);
      await expect(changes.log(change.id, 1)).resolves.toEqual([
        { ...line, position: 2, text: 'two' },
        { ...line, position: 3, text: 'three' },
      ]);
    });
  });
});
