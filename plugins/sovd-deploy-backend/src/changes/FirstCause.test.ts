import { proposeEnvironment } from '../__testUtils__/testTarget';
import type { ObservedEnvironment } from '../overview/ClusterObserver';
import { FirstCause } from './FirstCause';

const environment = proposeEnvironment();

function brokenBy(cause: string): ObservedEnvironment {
  return {
    rollout: {
      phase: 'running',
      revision: 1,
      version: 'v1',
      workloads: [
        {
          name: 'fleet-backend',
          kind: 'Deployment',
          component: 'backend',
          version: 'v1',
          image: 'i',
          desired: 1,
          readyOld: 0,
          readyNew: 0,
          notReady: 1,
          cause,
        },
      ],
    },
  };
}

function failedJob(uid: string): ObservedEnvironment {
  return { migrationJob: { job: 'm', uid, phase: 'failed' } };
}

describe('FirstCause', () => {
  it('keeps the first cause, also when its pods are gone at the end', async () => {
    jest.useFakeTimers();
    let value: ObservedEnvironment | undefined;
    const observe = jest.fn(() => ({ value, observedAt: '' }));
    const first = new FirstCause({ observe }, environment);
    await first.during(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      expect(first.seen).toEqual({});
      value = brokenBy('ImagePullBackOff');
      await jest.advanceTimersByTimeAsync(1_000);
      value = brokenBy('Terminated');
      await jest.advanceTimersByTimeAsync(1_000);
      value = {};
    });
    jest.useRealTimers();
    expect(first.seen).toEqual(brokenBy('ImagePullBackOff'));
    expect(observe).toHaveBeenCalledWith({
      cluster: 'embedded',
      namespace: 'fleet-staging',
      releaseName: 'fleet-staging',
    });
  });

  it('looks a last time when the work is done', async () => {
    let value: ObservedEnvironment = {};
    const observe = () => ({ value, observedAt: '' });
    const first = new FirstCause({ observe }, environment);
    const work = first.during(async () => {
      value = failedJob('2');
      throw new Error('timed out');
    });
    await expect(work).rejects.toThrow('timed out');
    expect(first.seen).toEqual(failedJob('2'));
  });

  it('leaves out pods of a release that failed before this one began', async () => {
    let value = brokenBy('CrashLoopBackOff of long ago');
    const observe = () => ({ value, observedAt: '' });
    const first = new FirstCause({ observe }, environment);
    await first.during(async () => {});
    expect(first.seen).toEqual({});
    const { rollout } = brokenBy('CrashLoopBackOff of now');
    await first.during(async () => {
      value = { rollout: rollout && { ...rollout, revision: 2 } };
    });
    expect(first.seen).toEqual(value);
  });

  it('keeps what the migration of this release has come to', async () => {
    let value: ObservedEnvironment = {};
    const observe = () => ({ value, observedAt: '' });
    const first = new FirstCause({ observe }, environment);
    const migrationJob = { job: 'm', uid: '2', phase: 'succeeded' as const };
    await first.during(async () => {
      value = { ...brokenBy('CrashLoopBackOff'), migrationJob };
    });
    expect(first.seen).toEqual(value);
  });

  it('leaves out the failed Job of an earlier release', async () => {
    let value = failedJob('1');
    const observe = () => ({ value, observedAt: '' });
    const first = new FirstCause({ observe }, environment);
    await first.during(async () => {});
    expect(first.seen).toEqual({});
    await first.during(async () => {
      value = failedJob('2');
    });
    expect(first.seen).toEqual(failedJob('2'));
  });
});
