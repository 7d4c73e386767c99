import { testTarget, proposeEnvironment } from '../__testUtils__/testTarget';
import type { ObservedEnvironment } from '../overview/ClusterObserver';
import type { VerificationFailure } from './FailedVerification';
import type { StageContext, StageOutcome } from './StageRunner';
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

const crash = "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (3 restarts)";

/** One pod ends by itself again and again. */
function crashing(cause = crash): ObservedEnvironment {
  const { rollout } = rolloutWith(2);
  return {
    rollout: rollout && {
      ...rollout,
      workloads: rollout.workloads.map(workload => ({
        ...workload,
        cause,
        causePod: 'fleet-backend-7d-x',
      })),
    },
  };
}

describe('VerifyStage', () => {
  let now = 0;
  let value: ObservedEnvironment;
  let staleReason: string | undefined;
  const failed = {
    note: (failure: VerificationFailure): StageOutcome => ({
      state: 'waiting',
      summary: failure.finding.headline,
      retryAfter: 0,
      checkpoint: { failure },
    }),
    end: jest.fn(
      async (
        _: StageContext,
        { finding }: VerificationFailure,
      ): Promise<StageOutcome> => ({ state: 'failed', finding }),
    ),
  };
  const run = {
    job: 'm',
    uid: '0',
    phase: 'succeeded' as const,
    helmRevision: 1,
    report,
  };
  const latestRun = jest.fn(async () => run);
  const stage = new VerifyStage({
    observer: {
      observe: () => ({
        value,
        observedAt,
        ...(staleReason && { staleReason }),
      }),
    },
    failed,
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
  async function look(until: number, noted = {}): Promise<StageOutcome> {
    let checkpoint = noted;
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
    staleReason = undefined;
    failed.end.mockClear();
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
      checkpoint: { watch: { since: 0, lookedAt: 5_000 } },
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
        phase: 'running',
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

  it('ends at once with a migration that has ended elsewhere than at head', async () => {
    value = {
      ...rolloutWith(3),
      migrationJob: {
        job: 'fleet-migrate-1',
        uid: '1',
        phase: 'succeeded',
        helmRevision: 1,
        report: { ...report, current: ['0'] },
      },
    };
    await expect(look(9_999)).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'database-not-at-head',
        headline: 'The database is at 0, not at 1',
        cause:
          'Job fleet-migrate-1 reported that the schema stands at 0, and the image wants 1',
      },
    });
    expect(now).toBe(0);
    expect(failed.end.mock.calls[0][1]).toMatchObject({ shown: true });
  });

  it('takes a minute of crashes for the answer, with the first words of the pod', async () => {
    now = 3_000;
    value = crashing();
    const looking = look(200_000);
    value = crashing();
    await expect(looking).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'pods-do-not-stay',
        headline: `Pod fleet-backend-7d-x doesn't stay up: ${crash}`,
        cause: expect.stringContaining('of backend: CrashLoopBackOff'),
      },
    });
    expect(now).toBe(63_000);
    expect(failed.end.mock.calls[0][1]).toMatchObject({ shown: true });
  });

  it('forgives a pod that crashed once', async () => {
    const [first, second] = [crashing('Error (exit code 1)'), rolloutWith(3)];
    value = first;
    const noted = await stage.run(context);
    value = second;
    now = 1_000;
    const checkpoint = noted.state === 'waiting' ? noted.checkpoint : {};
    const next = await stage.run({ ...context, checkpoint });
    expect(next).toMatchObject({
      state: 'waiting',
      checkpoint: { stableSince: 1_000, watch: { since: 0 } },
    });
    expect(next).not.toHaveProperty('checkpoint.watch.crashingSince');
  });

  it('names the first cause at the end, though its pod is gone by then', async () => {
    value = crashing('OOMKilled (exit code 137)');
    const noted = await stage.run(context);
    value = rolloutWith(2);
    const checkpoint = noted.state === 'waiting' ? noted.checkpoint : {};
    await expect(look(200_000, checkpoint)).resolves.toMatchObject({
      state: 'failed',
      finding: {
        headline:
          "Pod fleet-backend-7d-x doesn't stay up: OOMKilled (exit code 137)",
      },
    });
  });

  it('says what is missing when its time is over and no pod says anything', async () => {
    value = rolloutWith(2);
    await expect(look(200_000)).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'release-not-ready',
        headline: 'fleet-backend has 2 of 3 new pods ready',
      },
    });
    expect(now).toBe(80_000);
    expect(failed.end.mock.calls[0][1]).toMatchObject({ shown: true });
  });

  it.each([
    ['the cluster', () => (staleReason = 'connection refused'), /connection/],
    ['any workload', () => (value = {}), /No workload/],
    [
      'the report',
      () => latestRun.mockResolvedValue({ ...run, helmRevision: 7 }),
      /not reported/,
    ],
  ])(
    'holds nothing against a release when it cannot see %s',
    async (_, hide, words) => {
      hide();
      const outcome = await look(200_000);
      latestRun.mockResolvedValue(run);
      expect(outcome).toMatchObject({
        state: 'failed',
        finding: {
          rule: 'release-unseen',
          headline:
            'Nobody can see whether revision 1 of fleet-staging runs well',
          cause: expect.stringMatching(words),
        },
      });
      expect(failed.end.mock.calls[0][1]).toMatchObject({ shown: false });
    },
  );

  it('gives a release its time anew when the backend was away meanwhile', async () => {
    staleReason = 'not read yet';
    const noted = await stage.run(context);
    const checkpoint = noted.state === 'waiting' ? noted.checkpoint : {};
    now = 3_600_000;
    await expect(stage.run({ ...context, checkpoint })).resolves.toMatchObject({
      state: 'waiting',
      limit: 'anew',
      checkpoint: { watch: { since: now } },
    });
  });

  it("takes its deadline from the target's", () => {
    expect(stage.timeoutOf(environment)).toBe(140_000);
    const elsewhere = proposeEnvironment();
    elsewhere.answers.target = 'gone';
    expect(stage.timeoutOf(elsewhere)).toBe(720_000);
  });
});
