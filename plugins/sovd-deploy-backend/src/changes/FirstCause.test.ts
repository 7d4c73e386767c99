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

describe('FirstCause', () => {
  it('keeps the first cause, also when its pods are gone at the end', async () => {
    jest.useFakeTimers();
    let value: ObservedEnvironment | undefined;
    const observe = jest.fn(() => ({ value, observedAt: '' }));
    const first = new FirstCause({ observe }, environment);
    await first.during(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      expect(first.cause).toBeUndefined();
      value = brokenBy('ImagePullBackOff');
      await jest.advanceTimersByTimeAsync(1_000);
      value = brokenBy('Terminated');
      await jest.advanceTimersByTimeAsync(1_000);
      value = {};
    });
    jest.useRealTimers();
    expect(first.cause).toBe('Deployment fleet-backend: ImagePullBackOff');
    expect(observe).toHaveBeenCalledWith({
      cluster: 'embedded',
      namespace: 'fleet-staging',
      releaseName: 'fleet-staging',
    });
  });

  it.each([
    [{ cause: 'DeadlineExceeded' }, 'DeadlineExceeded'],
    [{}, 'no report'],
  ])('looks a last time when the work is done (%p)', async (job, words) => {
    const value: ObservedEnvironment = {
      migrationJob: { job: 'm', uid: '1', phase: 'failed', ...job },
    };
    const first = new FirstCause(
      { observe: () => ({ value, observedAt: '' }) },
      environment,
    );
    await expect(
      first.during(async () => {
        throw new Error('timed out');
      }),
    ).rejects.toThrow('timed out');
    expect(first.cause).toBe(`Database migration m: ${words}`);
  });
});
