import { testTarget, proposeEnvironment } from '../__testUtils__/testTarget';
import type { ObservedEnvironment } from '../overview/ClusterObserver';
import type { StageOutcome } from './StageRunner';
import { plannedWork, stageContext } from '../__testUtils__/testChange';
import { VerifyStage } from './VerifyStage';

const environment = proposeEnvironment();
const digest = `sha256:${'a'.repeat(64)}`;
const observedAt = '2026-11-21T10:00:00.000Z';
const release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit: 'c'.repeat(40),
  images: [
    { component: 'backend', repository: 'r/fleet-backend', tag: 'v1', digest },
  ],
  deployedAt: observedAt,
};
const report = { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 1 };

function rolloutWith(readyNew: number): ObservedEnvironment {
  return {
    rollout: {
      phase: 'succeeded',
      revision: 1,
      version: 'v1',
      workloads: [
        {
          name: 'fleet-backend',
          kind: 'Deployment',
          component: 'backend',
          version: 'v1',
          image: `r/fleet-backend:v1@${digest}`,
          desired: 3,
          readyOld: 0,
          readyNew,
          notReady: 3 - readyNew,
        },
      ],
    },
  };
}

describe('VerifyStage', () => {
  let now = 0;
  let value: ObservedEnvironment;
  const latestRun = jest.fn(async () => ({
    job: 'm',
    uid: '0',
    phase: 'succeeded' as const,
    helmRevision: 1,
    report,
  }));
  const stage = new VerifyStage({
    observer: { observe: () => ({ value, observedAt }) },
    targets: [testTarget],
    latestRun,
    now: () => now,
    stableMs: 10_000,
  });
  const context = stageContext({
    environment,
    results: { release, stack: { commit: release.commit, outputs: {} } },
  });

  /** Looks as often as the stage asks for, until something else than waiting comes. */
  async function look(until: number): Promise<StageOutcome> {
    let checkpoint = {};
    for (;;) {
      const outcome = await stage.run({ ...context, checkpoint });
      if (outcome.state !== 'waiting' || now >= until) return outcome;
      checkpoint = JSON.parse(JSON.stringify(outcome.checkpoint));
      now += outcome.retryAfter;
    }
  }

  beforeEach(() => {
    now = 0;
    value = rolloutWith(3);
  });

  it('succeeds once everything has stayed well for ten seconds', async () => {
    await expect(look(9_999)).resolves.toMatchObject({ state: 'succeeded' });
    expect(now).toBe(10_000);
    expect(latestRun).toHaveBeenCalledWith(environment.id);
  });

  it('begins to count anew when a pod was lost meanwhile', async () => {
    const first = await stage.run(context);
    const checkpoint = first.state === 'waiting' ? first.checkpoint : {};
    now = 5_000;
    value = rolloutWith(2);
    const second = await stage.run({ ...context, checkpoint });
    expect(second).toMatchObject({
      state: 'waiting',
      summary: 'fleet-backend has 2 of 3 new pods ready',
      checkpoint: {},
    });
    value = rolloutWith(3);
    now = 11_000;
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'waiting',
      checkpoint: { stableSince: 11_000 },
    });
  });

  it('believes the report that is seen now before the one that was kept', async () => {
    value = {
      ...rolloutWith(3),
      migrationJob: {
        job: 'm',
        uid: '1',
        phase: 'failed',
        helmRevision: 1,
        report: { ...report, current: [] },
      },
    };
    await expect(stage.run(context)).resolves.toMatchObject({
      summary: 'The database is at no revision, not at 1',
    });
  });

  it('waits for the report of its own migration', async () => {
    latestRun.mockResolvedValueOnce({
      ...(await latestRun()),
      helmRevision: 7,
    });
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'waiting',
      summary: 'The database migration has not reported yet',
    });
  });

  it('asks nothing of the database when nothing was migrated', async () => {
    latestRun.mockClear();
    const work = plannedWork({ kind: 'rollback', migrate: false });
    const checkpoint = { stableSince: -10_000 };
    await expect(
      stage.run({ ...context, work, checkpoint }),
    ).resolves.toMatchObject({
      state: 'succeeded',
      summary: 'Running, stable, database left as it was',
    });
    expect(latestRun).not.toHaveBeenCalled();
  });

  it("takes its deadline from the target's", () => {
    expect(stage.timeoutOf(environment)).toBe(80_000);
    const elsewhere = proposeEnvironment();
    elsewhere.answers.target = 'gone';
    expect(stage.timeoutOf(elsewhere)).toBe(660_000);
  });
});
