import { mockServices } from '@backstage/backend-test-utils';
import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { setTime } from '../__testUtils__/setTime';
import { testDatabases } from '../__testUtils__/testDatabases';
import { ChangeReconciler } from './ChangeReconciler';
import { ChangeWorker } from './ChangeWorker';
import { DatabaseChangeQueue, LEASE_MS } from './DatabaseChangeQueue';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { FakeStageRunner } from './FakeStageRunner';
import { MARGIN_MS } from './LeaseKeeper';
import type { StageContext, StageOutcome } from './StageRunner';

const order = { kind: 'create', requestedBy: 'user:default/ann' } as const;
const done: StageOutcome = { state: 'succeeded', summary: 'Done', result: {} };
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

/** Holds whoever comes until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

describe('ChangeReconciler', () => {
  const databases = testDatabases();
  const clock = { now: 0 };
  const logger = mockServices.logger.mock();
  const stops: (() => Promise<void>)[] = [];

  beforeEach(() => {
    clock.now = Date.now();
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  function reconcilerOn(
    database: Knex,
    behave: (context: StageContext) => Promise<StageOutcome>,
    now = () => clock.now,
  ) {
    const stages = stageNames.map(name => new FakeStageRunner(name, behave));
    const announcer = { announce: jest.fn() };
    const registry = new DatabaseEnvironmentRegistry(database);
    const worker = new ChangeWorker({
      registry,
      announcer,
      stages,
      aborter: new FakeStageRunner('stack', async () => ({
        state: 'aborted',
        summary: 'Nothing was touched',
      })),
      restored: { record: async () => undefined },
      logger,
      now,
    });
    const queue = new DatabaseChangeQueue(database, now, setTime(now));
    const reconciler = new ChangeReconciler({ queue, worker, logger, now });
    stops.push(() => reconciler.stop());
    return { reconciler, stages, announcer };
  }

  async function startChanges(database: Knex, count: number) {
    const changes = new DatabaseChangeStore(database, () => clock.now);
    const registry = new DatabaseEnvironmentRegistry(database);
    for (let index = 0; index < count; index++) {
      const proposal = proposeEnvironment({ name: `fleet-${index}` });
      const { environment } = await registry.register(proposal);
      await changes.start(environment, order);
    }
    return {
      changes,
      phases: async () => {
        const rows = await database('changes').select('phase');
        return rows.map(({ phase }) => phase);
      },
    };
  }

  async function untilIdle(...reconcilers: ChangeReconciler[]) {
    for (const reconciler of reconcilers) reconciler.wake();
    await Promise.all(reconcilers.map(reconciler => reconciler.idle()));
  }

  it('carries a change through all stages', async () => {
    const database = await databases.openOne();
    const { phases, changes } = await startChanges(database, 1);
    const names: string[] = [];
    const { reconciler, announcer } = reconcilerOn(
      database,
      async ({ change, tell }) => {
        const stage = change.stages.find(({ phase }) => phase === 'running');
        names.push(String(stage?.name));
        tell(`In ${stage?.name}`);
        return { ...done, result: { by: String(stage?.name) } };
      },
    );
    await untilIdle(reconciler);
    expect(await phases()).toEqual(['succeeded']);
    expect(names).toEqual([...stageNames]);
    const [{ id, environment_id }] = await database('changes');
    const log = await changes.log(id, 0);
    expect(log.map(({ text }) => text)).toEqual(
      stageNames.map(name => `In ${name}`),
    );
    expect(announcer.announce).toHaveBeenCalledWith(environment_id);
  });

  it('never runs one change twice at a time, however many reconcilers share it', async () => {
    const database = await databases.openOne();
    const { phases } = await startChanges(database, 6);
    const busy = new Map<string, number>();
    let most = 0;
    const steps = new Map<string, number>();
    const behave = async ({ change, checkpoint }: StageContext) => {
      const now = (busy.get(change.id) ?? 0) + 1;
      busy.set(change.id, now);
      most = Math.max(most, now);
      await nextTurn();
      await nextTurn();
      busy.set(change.id, now - 1);
      steps.set(change.id, (steps.get(change.id) ?? 0) + 1);
      return checkpoint.waited
        ? done
        : ({
            state: 'waiting',
            summary: 'Once',
            retryAfter: 1,
            checkpoint: { waited: true },
          } as const);
    };
    const all = [1, 2, 3].map(() => reconcilerOn(database, behave).reconciler);
    for (let round = 0; round < 60; round++) {
      await untilIdle(...all);
      clock.now += 2;
    }
    expect(new Set(await phases())).toEqual(new Set(['succeeded']));
    expect(most).toBe(1);
    // Two steps for each of the five stages, and not one more.
    expect([...steps.values()]).toEqual(Array(6).fill(10));
  });

  it('works on a bounded number of changes at once', async () => {
    const database = await databases.openOne();
    const { phases } = await startChanges(database, 9);
    let running = 0;
    let most = 0;
    const { open, opened } = gate();
    const { reconciler } = reconcilerOn(database, async () => {
      running += 1;
      most = Math.max(most, running);
      if (running === 4) open();
      await opened;
      running -= 1;
      return done;
    });
    await untilIdle(reconciler);
    expect(new Set(await phases())).toEqual(new Set(['succeeded']));
    expect(most).toBe(4);
  });

  it('lets another one take over what a killed backend left, and refuses its late write', async () => {
    const database = await databases.openOne();
    const { phases, changes } = await startChanges(database, 1);
    const { open, opened } = gate();
    const killed = reconcilerOn(database, async ({ tell }) => {
      await opened;
      tell('Too late');
      return {
        state: 'failed',
        finding: {
          rule: 'late',
          severity: 'blocker',
          headline: 'Late',
          cause: 'Late',
          nextSteps: [],
        },
      };
    });
    // Its lease is never renewed, as if the process had been stopped.
    jest.spyOn(global, 'setInterval').mockReturnValueOnce(setTimeout(() => {}));
    killed.reconciler.wake();
    while (killed.stages[0].running === 0) await nextTurn();

    const heir = reconcilerOn(database, async () => done);
    await untilIdle(heir.reconciler);
    expect(await phases()).toEqual(['running']);
    clock.now += LEASE_MS;
    await untilIdle(heir.reconciler);
    expect(await phases()).toEqual(['succeeded']);

    open();
    await killed.reconciler.idle();
    expect(await phases()).toEqual(['succeeded']);
    const [{ id }] = await database('changes');
    await expect(changes.log(id, 0)).resolves.toEqual([]);
  });

  it('aborts the step of a lease that was lost', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'Date'] });
    try {
      const database = await databases.openOne();
      await startChanges(database, 1);
      let reason: unknown;
      const { reconciler, stages } = reconcilerOn(database, async context => {
        await new Promise(resolve => {
          context.signal.addEventListener('abort', resolve);
        });
        reason = context.signal.reason;
        throw reason;
      });
      reconciler.wake();
      while (stages[0].running === 0) await nextTurn();
      await database('change_leases').increment('epoch', 1);
      await jest.advanceTimersByTimeAsync(LEASE_MS);
      await reconciler.idle();
      expect(String(reason)).toMatch(/lease of change .* is lost/);
      // The stop says nothing about the world, so the change doesn't suffer for it.
      await expect(
        database('changes').select('phase', 'attempts'),
      ).resolves.toEqual([{ phase: 'running', attempts: 0 }]);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['this backend was asked to stop its change', true],
    ['another backend was asked to, and the lease is renewed', false],
  ])('ends a running step when %s', async (_, here) => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'Date'] });
    try {
      const database = await databases.openOne();
      const { changes, phases } = await startChanges(database, 1);
      let reason: unknown;
      const { reconciler, stages } = reconcilerOn(database, async context => {
        await new Promise(resolve => {
          context.signal.addEventListener('abort', resolve);
        });
        reason = context.signal.reason;
        throw reason;
      });
      reconciler.wake();
      while (stages[0].running === 0) await nextTurn();
      const [{ id }] = await database('changes');
      await changes.requestAbort(id, 'user:default/ben');
      if (here) reconciler.abort(id);
      else await jest.advanceTimersByTimeAsync(LEASE_MS / 2);
      await reconciler.idle();
      expect(String(reason)).toContain(`Change ${id} was stopped`);
      expect(await phases()).toEqual(['aborted']);
      await expect(database('change_leases')).resolves.toMatchObject([
        { change_id: null },
      ]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('gives its leases back when it is stopped', async () => {
    const database = await databases.openOne();
    const { phases } = await startChanges(database, 1);
    const stopped = reconcilerOn(database, async ({ signal }) => {
      await new Promise(resolve => signal.addEventListener('abort', resolve));
      throw signal.reason;
    });
    stopped.reconciler.start();
    while (stopped.stages[0].running === 0) await nextTurn();
    await stopped.reconciler.stop();

    const next = reconcilerOn(database, async () => done);
    await untilIdle(next.reconciler);
    expect(await phases()).toEqual(['succeeded']);
    expect(stopped.stages[0].steps).toBe(1);
  });

  it('looks again by itself when a wait is over', async () => {
    const database = await databases.openOne();
    const { phases } = await startChanges(database, 1);
    const { reconciler } = reconcilerOn(
      database,
      async ({ checkpoint }) =>
        checkpoint.waited
          ? done
          : {
              state: 'waiting',
              summary: 'Once',
              retryAfter: 5,
              checkpoint: { waited: true },
            },
      // timers run by the real clock, so the queue has to as well
      Date.now,
    );
    reconciler.wake();
    // jest's own limit ends a reconciler that never looks again
    while ((await phases())[0] === 'running') await nextTurn();
    expect(await phases()).toEqual(['succeeded']);
  });

  it('retries a step that throws and fails at last, naming stage and cause', async () => {
    const database = await databases.openOne();
    const { phases, changes } = await startChanges(database, 1);
    const { reconciler, stages } = reconcilerOn(database, async () => {
      throw new Error('connection refused');
    });
    for (let round = 0; round < 10; round++) {
      await untilIdle(reconciler);
      clock.now += 30_000;
    }
    expect(await phases()).toEqual(['failed']);
    expect(stages[0].steps).toBe(6);
    const [{ id }] = await database('changes');
    await expect(changes.find(id)).resolves.toMatchObject({
      finding: {
        headline: "Stage stack couldn't be carried out",
        cause: 'Error: connection refused (tried 6 times)',
      },
    });
  });

  it('ends the step of a lease whose renewal hangs before an heir may claim it', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    try {
      const due = { changeId: 'one', environmentId: 'e', epoch: 0 };
      const lease = {
        ...due,
        load: jest.fn(),
        save: jest.fn(),
        append: jest.fn(),
        renew: jest.fn(() => new Promise<undefined>(() => {})),
        write: jest.fn(),
        release: jest.fn(async () => {}),
      };
      const work = jest.fn(async (_, stop: AbortSignal) => {
        await new Promise(resolve => stop.addEventListener('abort', resolve));
        return undefined;
      });
      const queue = {
        due: jest.fn(async () => []).mockResolvedValueOnce([due] as never[]),
        claim: jest.fn(async () => lease),
      };
      const now = Date.now;
      const reconciler = new ChangeReconciler({
        ...{ queue, logger, now },
        worker: { work },
      });
      const claimedAt = now();
      reconciler.wake();
      while (work.mock.calls.length === 0) await nextTurn();
      await jest.advanceTimersByTimeAsync(LEASE_MS - MARGIN_MS);
      await reconciler.idle();
      expect(now() - claimedAt).toBeLessThan(LEASE_MS);
      expect(lease.renew).toHaveBeenCalledTimes(1);
      expect(lease.release).toHaveBeenCalledTimes(1);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('goes on after the database could not be read', async () => {
    const queue = {
      due: jest
        .fn()
        .mockRejectedValueOnce(new Error('database is locked'))
        .mockResolvedValue([]),
      claim: jest.fn(),
    };
    const reconciler = new ChangeReconciler({
      queue,
      worker: { work: jest.fn() },
      logger,
      now: () => clock.now,
    });
    reconciler.wake();
    reconciler.wake();
    await reconciler.idle();
    expect(queue.due).toHaveBeenCalledTimes(2);
    expect(logger.error).toHaveBeenCalledWith(
      "The queue can't be read: Error: database is locked",
    );
  });
});
