import { rolloutSchema } from '@sovd/plugin-sovd-deploy-common';
import {
  testAutoscaler,
  testDeployment,
  testPod,
  testReplicaSet,
} from '../__testUtils__/testObjects';
import { toRollout } from './toRollout';

const phaseOf = (changes: Parameters<typeof testDeployment>[0]) =>
  toRollout([testDeployment(changes)], [], [])?.phase;

describe('toRollout', () => {
  it('is nothing without a Deployment', () => {
    expect(toRollout([], [testReplicaSet('r')], [])).toBeUndefined();
  });

  it('gives version, revision and workloads as the contract has them', () => {
    const rollout = toRollout(
      [testDeployment({ helmRevision: 4 })],
      [testReplicaSet('r')],
      [testPod('1', 'r'), testPod('2', 'r'), testPod('3', 'r')],
    );
    expect(rolloutSchema.parse(rollout)).toEqual(rollout);
    expect(rollout).toMatchObject({
      phase: 'succeeded',
      revision: 4,
      version: '2.5.0',
      workloads: [{ name: 'backend', readyNew: 3 }],
    });
  });

  it.each([
    ['paused', { paused: true }],
    ['pending', { observedGeneration: 0 }],
    ['running', { generation: 2 }],
    ['running', { updated: 1 }],
    ['running', { replicas: 4 }],
    ['running', { available: 2 }],
    [
      'failed',
      {
        updated: 1,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
          },
        ],
      },
    ],
    ['succeeded', { desired: 0, replicas: 0, updated: 0, available: 0 }],
  ])('is %s with %p', (phase, changes) => {
    expect(phaseOf(changes)).toBe(phase);
  });

  it('has the revision that all of several have reached', () => {
    const rollout = toRollout(
      [
        testDeployment({ helmRevision: 4 }),
        testDeployment({ uid: 'f', name: 'frontend', helmRevision: 3 }),
      ],
      [],
      [],
    );
    expect(rollout?.revision).toBe(3);
  });

  it('says between which bounds an autoscaler keeps the pods', () => {
    const frontend = testDeployment({ uid: 'f', name: 'frontend' });
    const rollout = toRollout(
      [testDeployment(), frontend],
      [],
      [],
      [testAutoscaler({ deployment: 'frontend' })],
    );
    expect(rolloutSchema.parse(rollout)).toEqual(rollout);
    expect(rollout?.workloads).toMatchObject([
      { name: 'backend' },
      { name: 'frontend', desired: 3, autoscaler: { min: 2, max: 5 } },
    ]);
    expect(rollout?.workloads[0].autoscaler).toBeUndefined();
  });

  it('is as far as the slowest of several, and named after the backend', () => {
    const rollout = toRollout(
      [
        testDeployment({ uid: 'a', name: 'agent', component: 'agent' }),
        testDeployment({
          updated: 1,
          image: 'x/backend:sha-'.concat('a'.repeat(40)),
        }),
      ],
      [],
      [],
    );
    expect(rollout).toMatchObject({ phase: 'running', version: 'sha-aaaaaaa' });
  });
});
