import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { stageContext } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import { blocker } from './blocker';
import { FailedVerification } from './FailedVerification';
import type { VerificationFailure } from './FailedVerification';
import type { StageContext, StageOutcome } from './StageRunner';

const environment = proposeEnvironment();
const release: Release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 2,
  chartVersion: '0.1.0',
  commit: 'c'.repeat(40),
  images: [
    {
      component: 'backend',
      repository: 'r/fleet-backend',
      tag: 'v1.0.0',
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};
const finding = blocker('pods', 'Pod x crashes', 'KeyError', 'Correct it');
const shown: VerificationFailure = { finding, shown: true, attempts: 0 };

describe('FailedVerification', () => {
  /** @param changes - that have deployed a release, oldest first */
  async function setUp(...changes: string[]) {
    const deployer = new FakeReleaseDeployer();
    const context = stageContext({ environment, results: { release } });
    for (const changeId of changes) {
      await deployer.deploy(
        {
          environment,
          sourceFolder: '/nowhere',
          images: release.images,
          outputs: {},
          values: {},
          changeId,
        },
        () => {},
        context.signal,
      );
    }
    const restored = {
      record: jest.fn(async ({ signal }: StageContext) => {
        const running = await deployer.read(environment, signal);
        return running && { ...release, revision: running.revision };
      }),
    };
    const failed = new FailedVerification({ deployer, restored });
    return { context, deployer, failed, restored };
  }

  it('notes what it is about to do, with the time of the stage begun anew', async () => {
    const { failed } = await setUp();
    expect(failed.note(shown)).toEqual({
      state: 'waiting',
      summary: 'Pod x crashes',
      retryAfter: 0,
      checkpoint: { failure: shown },
      limit: 'anew',
    });
  });

  it('takes the release back and records what runs, however often it is killed in the middle', async () => {
    const { context, deployer, failed, restored } = await setUp('one');
    const own = context.change.id;
    await deployer.deploy(
      { ...deployer.requests[0], changeId: own },
      () => {},
      context.signal,
    );
    restored.record.mockRejectedValueOnce(new Error('killed'));
    await expect(failed.end(context, shown)).rejects.toThrow('killed');
    await expect(failed.end(context, shown)).resolves.toEqual({
      state: 'failed',
      finding: {
        ...finding,
        headline: 'Pod x crashes; customers are still served by v1.0.0',
      },
    });
    expect(
      deployer.historyOf('fleet-staging').map(entry => entry.description),
    ).toEqual(['Rollback to 1', `change ${own}`, 'change one']);
  });

  it('leaves a first release, with nothing before it, and records it', async () => {
    const { context, deployer, failed, restored } = await setUp();
    await deployer.deploy(
      {
        environment,
        sourceFolder: '/nowhere',
        images: release.images,
        outputs: {},
        values: {},
        changeId: context.change.id,
      },
      () => {},
      context.signal,
    );
    const first = {
      ...context,
      results: { release: { ...release, revision: 1 } },
    };
    await expect(failed.end(first, shown)).resolves.toEqual({
      state: 'failed',
      finding,
    });
    expect(deployer.historyOf('fleet-staging')).toHaveLength(1);
    expect(restored.record).toHaveBeenCalledTimes(1);
  });

  it('only records what cannot be seen', async () => {
    const { context, deployer, failed, restored } = await setUp('a', 'b');
    const takeBack = jest.spyOn(deployer, 'takeBack');
    await expect(
      failed.end(context, { ...shown, shown: false }),
    ).resolves.toEqual({ state: 'failed', finding });
    expect(takeBack).not.toHaveBeenCalled();
    expect(restored.record).toHaveBeenCalledTimes(1);
  });

  it('tries some times to go back, then says why it did not, and what runs', async () => {
    const { context, deployer, failed, restored } = await setUp('a', 'b');
    jest
      .spyOn(deployer, 'takeBack')
      .mockRejectedValue(new Error('cluster unreachable'));
    let failure = shown;
    const outcomes: StageOutcome[] = [];
    do {
      outcomes.push(await failed.end(context, failure));
      const last = outcomes[outcomes.length - 1];
      if (last.state === 'waiting') {
        failure = last.checkpoint.failure as VerificationFailure;
      }
    } while (outcomes[outcomes.length - 1].state === 'waiting');
    expect(outcomes).toMatchObject([
      { state: 'waiting', retryAfter: 10_000 },
      { state: 'waiting', retryAfter: 10_000 },
      {
        state: 'failed',
        finding: {
          headline: 'Pod x crashes',
          cause:
            "KeyError. It couldn't be taken back: Error: cluster unreachable",
        },
      },
    ]);
    expect(restored.record).toHaveBeenCalledTimes(1);
  });

  it('throws the reason of a stop', async () => {
    const { context, failed, restored } = await setUp('a', 'b');
    const signal = AbortSignal.abort(new Error('lease lost'));
    await expect(failed.end({ ...context, signal }, shown)).rejects.toThrow(
      'lease lost',
    );
    expect(restored.record).not.toHaveBeenCalled();
  });
});
