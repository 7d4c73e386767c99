import { mockServices } from '@backstage/backend-test-utils';
import { InputError, NotAllowedError } from '@backstage/errors';
import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { blocker } from './blocker';
import type { ChangeLease, ChangeLogLine } from './ChangeQueue';
import type { ChangeState } from './ChangeState';
import { ChangeWorker } from './ChangeWorker';
import type { FencedStores } from './FencedStores';
import { FakeStageRunner } from './FakeStageRunner';
import type { StageContext, StageOutcome } from './StageRunner';
import { startedState } from '../__testUtils__/testChange';

const environment = proposeEnvironment();
const done: StageOutcome = { state: 'succeeded', summary: 'Done', result: {} };
const wait: StageOutcome = {
  state: 'waiting',
  summary: 'Waiting',
  retryAfter: 50,
  checkpoint: { seen: true },
};

/** A lease in memory that remembers what went through it. */
function leaseOf(state: ChangeState) {
  const saved: ChangeState[] = [];
  const lines: ChangeLogLine[] = [];
  const lease: ChangeLease = {
    changeId: state.change.id,
    environmentId: environment.id,
    epoch: 1,
    load: async () => state,
    save: async next => {
      saved.push(next);
    },
    append: async more => {
      lines.push(...more);
    },
    write: async () => {
      throw new Error('No stage of these tests writes');
    },
    renew: async () => undefined,
    release: async () => {},
  };
  return { lease, saved, lines };
}

describe('ChangeWorker', () => {
  const logger = mockServices.logger.mock();
  const controller = new AbortController();
  const quiet = new AbortController().signal;
  const abort = {
    requestedBy: 'user:default/ben',
    requestedAt: '1970-01-01T00:00:00.500Z',
  };

  const restored = { record: jest.fn(async (_: StageContext) => undefined) };
  beforeEach(() => restored.record.mockReset());

  function workerFor(behave: (context: StageContext) => Promise<StageOutcome>) {
    return new ChangeWorker({
      registry: { get: async () => environment },
      announcer: { announce: jest.fn() },
      restored,
      stages: [
        new FakeStageRunner('stack', behave),
        new FakeStageRunner('verify', behave),
      ],
      aborter: new FakeStageRunner('stack', async ({ change }) => ({
        state: 'aborted',
        summary: `Taken back for ${change.abort?.requestedBy}`,
      })),
      logger,
      now: () => 1_000,
    });
  }

  it('saves that a stage runs before it runs', async () => {
    const { lease, saved } = leaseOf(startedState());
    const worker = workerFor(async () => {
      expect(saved[0].change.stages[0]).toMatchObject({
        phase: 'running',
        startedAt: '1970-01-01T00:00:01.000Z',
      });
      return wait;
    });
    await expect(worker.work(lease, controller.signal, quiet)).resolves.toBe(
      1_050,
    );
    expect(saved).toHaveLength(2);
    expect(saved[1].checkpoints.stack).toEqual({ seen: true });
  });

  it('gives a stage its checkpoint and the results of the others', async () => {
    const { lease } = leaseOf({
      ...startedState(),
      checkpoints: { stack: { told: ['a'] } },
      results: { record: { commit: 'b' } },
    });
    const behave = jest.fn(async () => wait);
    await workerFor(behave).work(lease, controller.signal, quiet);
    expect(behave).toHaveBeenCalledWith(
      expect.objectContaining({
        environment,
        checkpoint: { told: ['a'] },
        results: { record: { commit: 'b' } },
      }),
    );
  });

  it('does nothing before a change is due, or after its end', async () => {
    const behave = jest.fn(async () => done);
    const early = leaseOf({ ...startedState(), nextLookAt: 2_000 });
    await expect(
      workerFor(behave).work(early.lease, controller.signal, quiet),
    ).resolves.toBe(2_000);

    const state = startedState();
    const over = leaseOf({
      ...state,
      change: { ...state.change, phase: 'succeeded' },
    });
    await expect(
      workerFor(behave).work(over.lease, controller.signal, quiet),
    ).resolves.toBeUndefined();
    expect(behave).not.toHaveBeenCalled();
  });

  it('tells an error in the log and tries again later', async () => {
    const { lease, saved, lines } = leaseOf(startedState());
    const worker = workerFor(async () => {
      throw new Error('connection refused');
    });
    await expect(worker.work(lease, controller.signal, quiet)).resolves.toBe(
      2_000,
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'Error: connection refused',
    ]);
    expect(saved.at(-1)).toMatchObject({ attempts: 1 });
  });

  it.each([new InputError('wrong file'), new NotAllowedError('no right')])(
    'fails at once on %p, which asking again would not change',
    async error => {
      const { lease, saved } = leaseOf(startedState());
      const worker = workerFor(async () => {
        throw error;
      });
      await expect(
        worker.work(lease, controller.signal, quiet),
      ).resolves.toBeUndefined();
      expect(saved.at(-1)?.change).toMatchObject({
        phase: 'failed',
        finding: { cause: `${error.name}: ${error.message}` },
      });
    },
  );

  it('forgets what a stopped step says', async () => {
    const { lease, saved } = leaseOf(startedState());
    const stopping = new AbortController();
    const worker = workerFor(async () => {
      stopping.abort();
      return done;
    });
    await expect(worker.work(lease, stopping.signal, quiet)).resolves.toBe(0);
    expect(saved.map(({ change }) => change.stages[0].phase)).toEqual([
      'running',
    ]);
  });

  const stores: FencedStores = {
    releases: { record: async () => {}, forget: async () => {} },
    registry: { changeAnswers: async () => {} },
  };

  it.each(['stop', 'abort'] as const)(
    'lets no stage write beside its change after %s',
    async which => {
      const { lease } = leaseOf(startedState());
      const write = jest.fn(async () => {});
      const ending = {
        stop: new AbortController(),
        abort: new AbortController(),
      };
      const leased: ChangeLease = { ...lease, write: use => use(stores) };
      const worker = workerFor(async context => {
        await context.write(write);
        if (which === 'abort') leased.renew = async () => abort;
        ending[which].abort(new Error('ended'));
        await context.write(write);
        return done;
      });
      await worker.work(leased, ending.stop.signal, ending.abort.signal);
      expect(write).toHaveBeenCalledTimes(1);
    },
  );

  it('ends the running step of a change that is stopped, and takes it back', async () => {
    const { lease, saved, lines } = leaseOf(startedState());
    const aborting = new AbortController();
    const worker = workerFor(async ({ signal }) => {
      lease.renew = async () => abort;
      aborting.abort(new Error('somebody stopped it'));
      signal.throwIfAborted();
      return done;
    });
    await expect(
      worker.work(lease, controller.signal, aborting.signal),
    ).resolves.toBeUndefined();
    expect(lines).toEqual([]);
    expect(saved.at(-1)?.change).toMatchObject({
      phase: 'aborted',
      abort,
      finding: {
        rule: 'change-aborted',
        headline: 'Stopped by user:default/ben',
        cause: 'Taken back for user:default/ben',
      },
    });
    expect(saved.at(-1)?.change.stages.map(({ phase }) => phase)).toEqual([
      'aborted',
      ...Array(4).fill('skipped'),
    ]);
  });

  it('takes back at once what waits for a later look', async () => {
    const { lease, saved } = leaseOf({ ...startedState(), nextLookAt: 9_000 });
    lease.renew = async () => abort;
    const behave = jest.fn(async () => done);
    await workerFor(behave).work(lease, controller.signal, quiet);
    expect(behave).not.toHaveBeenCalled();
    expect(saved.at(-1)?.change).toMatchObject({ phase: 'aborted' });
    expect(saved.at(-1)?.change.stages[0].phase).toBe('skipped');
  });

  it('keeps what a step has come to although the change was stopped meanwhile', async () => {
    const { lease, saved } = leaseOf(startedState());
    const aborting = new AbortController();
    const worker = workerFor(async () => {
      lease.renew = async () => abort;
      aborting.abort();
      return { ...done, result: { kept: true } };
    });
    await worker.work(lease, controller.signal, aborting.signal);
    expect(saved.at(-1)).toMatchObject({
      results: { stack: { kept: true } },
      change: {
        phase: 'aborted',
        stages: [{ phase: 'succeeded' }, {}, {}, {}, {}],
      },
    });
  });

  describe('a change that time or errors have ended', () => {
    /** All stages up to one have succeeded. */
    function at(name: StageName): ChangeState {
      const state = startedState();
      const stages = state.change.stages.map((stage, index) =>
        index < stageNames.indexOf(name)
          ? { ...stage, phase: 'succeeded' as const }
          : stage,
      );
      return { ...state, change: { ...state.change, stages } };
    }
    const refuse = async () => {
      throw new InputError('wrong file');
    };

    it('leaves a record of what runs', async () => {
      const { lease, saved } = leaseOf(at('verify'));
      await workerFor(refuse).work(lease, controller.signal, quiet);
      expect(restored.record).toHaveBeenCalledWith(
        expect.objectContaining({ environment }),
      );
      expect(saved.at(-1)?.change.phase).toBe('failed');
    });

    it('fails with its own cause when that cannot be recorded', async () => {
      const { lease, lines, saved } = leaseOf(at('verify'));
      restored.record.mockRejectedValueOnce(new Error('no route to host'));
      await workerFor(refuse).work(lease, controller.signal, quiet);
      expect(lines.at(-1)?.text).toBe(
        'What runs could not be recorded: Error: no route to host',
      );
      expect(saved.at(-1)?.change.finding?.cause).toContain('wrong file');
    });

    it.each<[string, StageName, () => Promise<StageOutcome>]>([
      ['has touched no release', 'stack', refuse],
      ['goes on', 'verify', async () => wait],
      [
        'has said it by itself',
        'verify',
        async () => ({
          state: 'failed',
          finding: blocker('rule', 'It failed', 'Because', 'Mend it'),
        }),
      ],
    ])('leaves none when it %s', async (_, name, behave) => {
      const { lease } = leaseOf(at(name));
      await workerFor(behave).work(lease, controller.signal, quiet);
      expect(restored.record).not.toHaveBeenCalled();
    });
  });

  it('fails a change whose stage nobody can run', async () => {
    const state = startedState();
    const stages = state.change.stages.map(stage =>
      stage.name === 'stack'
        ? { ...stage, phase: 'succeeded' as const }
        : stage,
    );
    const { lease, saved } = leaseOf({
      ...state,
      change: { ...state.change, stages },
    });
    await workerFor(async () => done).work(lease, controller.signal, quiet);
    expect(saved.at(-1)?.change.stages[1].summary).toContain(
      'Nothing runs the stage bootstrap',
    );
  });
});
