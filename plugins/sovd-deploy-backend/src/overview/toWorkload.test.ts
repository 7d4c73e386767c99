import {
  crashingPod,
  testDeployment,
  testPod,
  testReplicaSet,
} from '../__testUtils__/testObjects';
import { toWorkload } from './toWorkload';

const old = testReplicaSet('old', { revision: 1, image: 'x:2.4.1' });
const fresh = testReplicaSet('new', { revision: 2 });

describe('toWorkload', () => {
  it('counts pods by what they run', () => {
    const workload = toWorkload(
      testDeployment(),
      [old, fresh],
      [
        testPod('1', 'old'),
        testPod('2', 'old'),
        testPod('3', 'old', { deleting: true }),
        testPod('4', 'new'),
        testPod('5', 'new', { ready: false }),
        testPod('6', 'of something else'),
      ],
    );
    expect(workload).toMatchObject({
      version: '2.5.0',
      desired: 3,
      readyOld: 2,
      readyNew: 1,
      notReady: 1,
    });
    expect(workload.cause).toBeUndefined();
  });

  it('counts all as old until there is a ReplicaSet of the new image', () => {
    const workload = toWorkload(
      testDeployment({ generation: 2 }),
      [old],
      [testPod('1', 'old'), testPod('2', 'old')],
    );
    expect(workload).toMatchObject({ readyOld: 2, readyNew: 0, notReady: 0 });
  });

  it('names the cause of the first pod of the new revision', () => {
    const workload = toWorkload(
      testDeployment(),
      [old, fresh],
      [
        testPod('1', 'old', { ready: false, unschedulable: 'no node' }),
        { ...crashingPod('2', 'new'), createdAt: '2026-11-21T11:00:00Z' },
        testPod('3', 'new', {
          ready: false,
          containers: [],
          unschedulable: 'too late to be first',
          createdAt: '2026-11-21T12:00:00Z',
        }),
      ],
    );
    expect(workload).toMatchObject({
      cause: "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (3 restarts)",
      causePod: 'backend-2',
    });
  });

  it('lets the pods that are replaced say nothing once new ones run', () => {
    const replicaSets = [
      testReplicaSet('old', { revision: 1, image: 'r/backend:2.4.0' }),
      testReplicaSet('new', { revision: 2 }),
    ];
    const leaving = crashingPod('1', 'old');
    const workload = (...pods: ReturnType<typeof testPod>[]) =>
      toWorkload(testDeployment(), replicaSets, [leaving, ...pods]);
    expect(workload(testPod('2', 'new')).cause).toBeUndefined();
    expect(workload().cause).toContain('CrashLoopBackOff');
  });

  it('names a quota that keeps pods from being made', () => {
    const workload = toWorkload(
      testDeployment({
        conditions: [
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message: 'exceeded quota',
          },
        ],
      }),
      [fresh],
      [],
    );
    expect(workload.cause).toBe('FailedCreate: exceeded quota');
  });

  it('says after the deadline that pods run but do not become ready', () => {
    const conditions = [
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: 'ReplicaSet "new" has timed out progressing.',
      },
    ];
    const of = (pods: ReturnType<typeof testPod>[]) =>
      toWorkload(testDeployment({ conditions }), [fresh], pods).cause;
    expect(of([testPod('1', 'new', { ready: false })])).toBe(
      "1 of 3 pods run but don't become ready",
    );
    expect(of([])).toBe(
      'ProgressDeadlineExceeded: ReplicaSet "new" has timed out progressing.',
    );
  });
});
