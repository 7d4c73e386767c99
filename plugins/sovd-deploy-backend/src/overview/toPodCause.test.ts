import type { ObservedPod } from './ObservedObjects';
import {
  crashingPod,
  testContainer,
  testPod,
} from '../__testUtils__/testObjects';
import { toPodCause } from './toPodCause';

const waits = (reason: string, message?: string): Partial<ObservedPod> => ({
  ready: false,
  containers: [testContainer({ running: false, waiting: { reason, message } })],
});

describe('toPodCause', () => {
  it.each<[string, ObservedPod, string]>([
    [
      'the last words of a program that crashes',
      crashingPod('p', 'r'),
      "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (3 restarts)",
    ],
    [
      'an image that is not there',
      testPod(
        'p',
        'r',
        waits('ImagePullBackOff', 'Back-off pulling image "x"'),
      ),
      'ImagePullBackOff: Back-off pulling image "x"',
    ],
    [
      'a Secret that is not there',
      testPod(
        'p',
        'r',
        waits('CreateContainerConfigError', 'secret "s" not found'),
      ),
      'CreateContainerConfigError: secret "s" not found',
    ],
    [
      'too little memory',
      testPod('p', 'r', {
        ready: false,
        containers: [
          testContainer({
            restartCount: 1,
            running: false,
            waiting: { reason: 'CrashLoopBackOff' },
            lastTerminated: { exitCode: 137, reason: 'OOMKilled' },
          }),
        ],
      }),
      'CrashLoopBackOff after OOMKilled (1 restart)',
    ],
    [
      'an exit between two starts',
      testPod('p', 'r', {
        ready: false,
        containers: [
          testContainer({
            running: false,
            terminated: { exitCode: 2, reason: 'Error', message: 'no db\n' },
          }),
        ],
      }),
      'Error (exit code 2): no db',
    ],
    [
      'no node',
      testPod('p', 'r', {
        ready: false,
        phase: 'Pending',
        containers: [],
        unschedulable: '0/3 nodes are available: 3 Insufficient cpu.',
      }),
      'Unschedulable: 0/3 nodes are available: 3 Insufficient cpu.',
    ],
    [
      'an eviction',
      testPod('p', 'r', {
        ready: false,
        phase: 'Failed',
        containers: [],
        reason: 'Evicted',
        message: 'disk pressure',
      }),
      'Evicted: disk pressure',
    ],
  ])('names %s', (_, pod, cause) => {
    expect(toPodCause(pod)).toBe(cause);
  });

  it.each<[string, ObservedPod]>([
    ['is ready', testPod('p', 'r')],
    ['starts', testPod('p', 'r', waits('ContainerCreating'))],
    ['runs and is not ready yet', testPod('p', 'r', { ready: false })],
    ['goes', { ...crashingPod('p', 'r'), deleting: true }],
    ['came back after a crash', { ...crashingPod('p', 'r'), ready: true }],
  ])('says nothing of a pod that %s', (_, pod) => {
    expect(toPodCause(pod)).toBeUndefined();
  });
});
