import type { Knex } from 'knex';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { setTime } from '../__testUtils__/setTime';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseChangeQueue, LEASE_MS } from './DatabaseChangeQueue';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { LeaseLostError } from './LeaseLostError';

const order = { kind: 'create', requestedBy: 'user:default/ann' } as const;

describe('DatabaseChangeQueue', () => {
  const databases = testDatabases();
  let now = 0;

  async function setUp(database: Knex, names = ['fleet']) {
    now = 1_000_000;
    const registry = new DatabaseEnvironmentRegistry(database);
    const changes = new DatabaseChangeStore(database, () => now);
    for (const name of names) {
      const proposal = proposeEnvironment({ name });
      const { environment } = await registry.register(proposal);
      await changes.start(environment, order);
      now += 1;
    }
    return new DatabaseChangeQueue(
      database,
      () => now,
      setTime(() => now),
    );
  }

  async function claimOne(queue: DatabaseChangeQueue, holder: string) {
    const [due] = await queue.due(1);
    const lease = await queue.claim(due, holder);
    if (!lease) throw new Error('Somebody else was faster');
    return lease;
  }

  describe.each(databases.ids)('on %p', id => {
    it('hands out what is due, longest waiting first, and not more than asked for', async () => {
      const queue = await setUp(await databases.open(id), [
        'one',
        'two',
        'six',
      ]);
      const due = await queue.due(2);
      expect(due).toHaveLength(2);
      const first = await queue.claim(due[0], 'a');
      const state = await first!.load();
      expect(state.change.environmentRef).toBe('resource:default/one-staging');
    });

    it('lets only one of many have a change', async () => {
      const queue = await setUp(await databases.open(id));
      const [due] = await queue.due(1);
      const claims = await Promise.all(
        Array.from({ length: 10 }, (_, index) => queue.claim(due, `${index}`)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      await expect(queue.due(1)).resolves.toEqual([]);
    });

    it('hands a change out again when its lease has run out, and refuses the late writes', async () => {
      const queue = await setUp(await databases.open(id));
      const dead = await claimOne(queue, 'dead');
      const state = await dead.load();
      now += LEASE_MS - 1;
      await expect(queue.due(1)).resolves.toEqual([]);
      now += 1;
      const heir = await claimOne(queue, 'heir');
      expect(heir.epoch).toBe(dead.epoch + 1);

      const line = { at: new Date(now).toISOString(), stage: 'stack' } as const;
      await expect(dead.save(state)).rejects.toThrow(LeaseLostError);
      await expect(dead.append([{ ...line, text: 'late' }])).rejects.toThrow(
        LeaseLostError,
      );
      await expect(dead.renew()).rejects.toThrow(LeaseLostError);
      await dead.release();
      await heir.append([{ ...line, text: 'in time' }]);
      await expect(queue.due(1)).resolves.toEqual([]);
    });

    it('writes nothing of a refused save', async () => {
      const database = await databases.open(id);
      const queue = await setUp(database);
      const dead = await claimOne(queue, 'dead');
      const state = await dead.load();
      now += LEASE_MS;
      await claimOne(queue, 'heir');
      const change = { ...state.change, version: 'late' };
      await expect(dead.save({ ...state, change })).rejects.toThrow('lost');
      await expect(database('changes').select('version')).resolves.toEqual([
        { version: null },
      ]);
    });

    it('keeps a lease that is renewed', async () => {
      const queue = await setUp(await databases.open(id));
      const lease = await claimOne(queue, 'a');
      for (let renewal = 0; renewal < 3; renewal++) {
        now += LEASE_MS - 1;
        await lease.renew();
      }
      await expect(queue.due(1)).resolves.toEqual([]);
    });

    it('waits as long as a change wants to', async () => {
      const queue = await setUp(await databases.open(id));
      const lease = await claimOne(queue, 'a');
      const state = await lease.load();
      await lease.save({
        ...state,
        attempts: 2,
        checkpoints: { stack: { commit: 'abc' } },
        nextLookAt: now + 500,
      });
      await lease.release();
      await expect(lease.save(state)).rejects.toThrow(LeaseLostError);
      await expect(queue.due(1)).resolves.toEqual([]);
      now += 500;
      const next = await claimOne(queue, 'b');
      await expect(next.load()).resolves.toMatchObject({
        attempts: 2,
        checkpoints: { stack: { commit: 'abc' } },
      });
    });

    it('goes by the database’s clock, whatever the clocks of the replicas say', async () => {
      const database = await databases.open(id);
      await setUp(database);
      const hour = 60 * 60_000;
      const ahead = new DatabaseChangeQueue(database, () => Date.now() + hour);
      const behind = new DatabaseChangeQueue(database, () => now + 1);
      const lease = await claimOne(behind, 'behind');
      await expect(ahead.due(1)).resolves.toEqual([]);
      const { changeId, environmentId, epoch } = lease;
      const seen = { changeId, environmentId, epoch };
      await expect(ahead.claim(seen, 'ahead')).resolves.toBeUndefined();
      await lease.renew();
      await lease.release();
      await expect(ahead.due(1)).resolves.toHaveLength(1);
    });

    it('takes a finished change out', async () => {
      const queue = await setUp(await databases.open(id));
      const lease = await claimOne(queue, 'a');
      const state = await lease.load();
      const finishedAt = new Date(now).toISOString();
      await lease.save({
        ...state,
        change: { ...state.change, phase: 'failed', finishedAt },
      });
      now += LEASE_MS;
      await expect(queue.due(1)).resolves.toEqual([]);
      await expect(lease.renew()).rejects.toThrow(LeaseLostError);
    });
  });
});
