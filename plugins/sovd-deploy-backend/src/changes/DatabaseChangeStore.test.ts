import type { Knex } from 'knex';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { plannedChange } from '../__testUtils__/testPlan';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseChangeQueue } from './DatabaseChangeQueue';
import { DatabaseChangeStore } from './DatabaseChangeStore';

const order = {
  kind: 'create',
  requestedBy: 'user:default/ann',
  reason: 'First',
} as const;

const { plan, work } = plannedChange();
const planned = { plan, work };
const upgrade = {
  kind: 'upgrade',
  requestedBy: 'user:default/ann',
  reason: 'New features',
  planned,
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

    it('gives the newest changes of many at once', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { environment: other } = await new DatabaseEnvironmentRegistry(
        database,
      ).register(proposeEnvironment({ name: 'other' }));
      await changes.start(environment, order);
      await end(database, 'succeeded');
      const { change } = await changes.start(environment, upgrade);
      const found = await changes.latestOf([environment.id, other.id]);
      expect([...found]).toEqual([[environment.id, change]]);
      await expect(changes.latestOf([])).resolves.toEqual(new Map());
    });

    it('tells what is being changed, and what was since', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      await expect(changes.changedSince(0)).resolves.toEqual({
        environmentIds: [],
        position: 0,
      });
      await changes.start(environment, order);
      const running = await changes.changedSince(0);
      expect(new Set(running.environmentIds)).toEqual(
        new Set([environment.id]),
      );
      const { position } = running;
      await expect(changes.changedSince(position)).resolves.toEqual({
        environmentIds: [environment.id],
        position,
      });
      await end(database, 'failed');
      await expect(changes.changedSince(position)).resolves.toEqual({
        environmentIds: [],
        position,
      });
      // begun and ended between two looks
      await changes.start(environment, order);
      await end(database, 'failed');
      await expect(changes.changedSince(position)).resolves.toMatchObject({
        environmentIds: [environment.id],
      });
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
      const earlier = (before: string) =>
        changes.list(environment.id, 10, before);
      await expect(earlier(second.change.id)).resolves.toMatchObject([
        { id: first.change.id },
      ]);
      await expect(earlier(first.change.id)).resolves.toEqual([]);
      await expect(earlier(crypto.randomUUID())).resolves.toEqual([]);
      await expect(changes.latest(environment.id)).resolves.toMatchObject({
        id: second.change.id,
      });
    });

    it('refuses a change while one of another kind runs', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change } = await changes.start(environment, order);
      await expect(changes.start(environment, upgrade)).rejects.toThrow(
        `fleet-staging is busy with the create change of user:default/ann (${change.id}); wait for its end`,
      );
    });

    it('keeps what was planned with the change', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change, started } = await changes.start(environment, upgrade);
      expect(started).toBe(true);
      expect(change).toMatchObject({
        kind: 'upgrade',
        fromVersion: 'v1.0.0',
        version: 'v1.1.0',
        planDigest: planned.plan.digest,
        reason: 'New features',
      });
      const queue = new DatabaseChangeQueue(database, () => Date.now() + 1);
      const lease = await queue.claim((await queue.due(1))[0], 'test');
      await expect(lease!.load()).resolves.toMatchObject({
        work: planned.work,
      });
    });

    it.each(['scale', 'restart'] as const)(
      'leaves stack and namespace alone for %p, and says so',
      async kind => {
        const { changes, environment } = await setUp(await databases.open(id));
        const { change } = await changes.start(environment, {
          ...upgrade,
          kind,
        });
        expect(change.stages.map(({ phase }) => phase)).toEqual([
          'skipped',
          'skipped',
          'pending',
          'pending',
          'pending',
        ]);
        expect(change.stages[0].summary).toContain('the stack stays as it is');
      },
    );

    it('lets one of two upgrades at once win, and names it to the other', async () => {
      const { changes, environment } = await setUp(await databases.open(id));
      const answers = await Promise.allSettled([
        changes.start(environment, upgrade),
        changes.start(environment, {
          ...upgrade,
          requestedBy: 'user:default/ben',
        }),
      ]);
      const won = answers.flatMap(answer =>
        answer.status === 'fulfilled' ? [answer.value.change] : [],
      );
      const lost = answers.flatMap(answer =>
        answer.status === 'rejected' ? [answer.reason] : [],
      );
      expect(won).toHaveLength(1);
      expect(lost).toMatchObject([
        {
          name: 'ConflictError',
          message: `fleet-staging is busy with the upgrade change to v1.1.0 of ${won[0].requestedBy} (${won[0].id}); wait for its end`,
        },
      ]);
      await expect(changes.list(environment.id, 10)).resolves.toHaveLength(1);
    });

    it('notes the first request to stop a change, and makes it due at once', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change } = await changes.start(environment, upgrade);
      await database('changes').update({ next_look_at: Date.now() + 60_000 });
      const asked = await changes.requestAbort(change.id, 'user:default/ben');
      expect(asked.abort).toEqual({
        requestedBy: 'user:default/ben',
        requestedAt: expect.any(String),
      });
      await expect(
        changes.requestAbort(change.id, 'user:default/eve'),
      ).resolves.toEqual(asked);

      const queue = new DatabaseChangeQueue(database, () => Date.now() + 1);
      const [due] = await queue.due(1);
      const lease = await queue.claim(due, 'test');
      await expect(lease!.renew()).resolves.toEqual(asked.abort);
      // what a step saves leaves the request as it is
      await lease!.save(await lease!.load());
      await expect(lease!.renew()).resolves.toEqual(asked.abort);
    });

    it('refuses to stop what has ended, or is only written down now', async () => {
      const database = await databases.open(id);
      const { changes, environment } = await setUp(database);
      const { change } = await changes.start(environment, upgrade);
      await database('change_stages')
        .where({ change_id: change.id, name: 'record' })
        .update({ phase: 'running' });
      await expect(
        changes.requestAbort(change.id, 'user:default/ben'),
      ).rejects.toThrow('v1.1.0 runs already; roll back instead');
      await end(database, 'succeeded');
      await expect(
        changes.requestAbort(change.id, 'user:default/ben'),
      ).rejects.toThrow('has already succeeded; there is nothing to stop');
      await expect(
        changes.requestAbort(
          '00000000-0000-4000-8000-000000000000',
          'user:default/ben',
        ),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
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
