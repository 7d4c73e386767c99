import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { V1Pod } from '@kubernetes/client-node';

import { type PodView, terminated, toPodStatus } from './podStatus.ts';

const startedAt = new Date('2026-01-02T03:04:05Z');
const pod: V1Pod = {
  metadata: { name: 'migration', generation: 1 },
  spec: { containers: [{ name: 'migration', image: 'fleet:v1' }] },
};
const view = (phase: PodView['phase'], state: object): PodView => ({
  phase,
  startTime: startedAt,
  container: { state, restartCount: 2, imageId: 'id', containerId: 'c' },
});
const conditionsOf = (given: PodView, of: V1Pod = pod) =>
  Object.fromEntries(
    (toPodStatus(of, given).conditions ?? []).map(condition => [
      condition.type,
      `${condition.status} ${condition.reason ?? ''}`.trim(),
    ]),
  );

describe('conditions', () => {
  test('of a running pod', () => {
    assert.deepEqual(conditionsOf(view('Running', { running: {} })), {
      PodReadyToStartContainers: 'True',
      Initialized: 'True',
      Ready: 'True',
      ContainersReady: 'True',
    });
  });

  test('of a pod that waits', () => {
    const found = conditionsOf(view('Pending', { waiting: {} }));
    assert.equal(found.Ready, 'False ContainersNotReady');
  });

  test('of pods that are over', () => {
    const succeeded = conditionsOf(view('Succeeded', { terminated: {} }));
    assert.equal(succeeded.Initialized, 'True PodCompleted');
    assert.equal(succeeded.ContainersReady, 'False PodCompleted');
    const failed = conditionsOf(view('Failed', { terminated: {} }));
    assert.equal(failed.Ready, 'False PodFailed');
    assert.equal(failed.PodReadyToStartContainers, 'False');
  });

  test('keep their time while they keep their status', () => {
    const long = new Date('2020-01-01T00:00:00Z');
    const conditions = ['Ready', 'Initialized'].map(type => ({
      ...{ type, status: 'True', lastTransitionTime: long },
    }));
    const status = toPodStatus(
      { ...pod, status: { conditions } },
      view('Failed', { terminated: {} }),
    );
    const timeOf = (type: string) =>
      status.conditions?.find(condition => condition.type === type)
        ?.lastTransitionTime;
    assert.equal(timeOf('Initialized'), long);
    assert.notEqual(timeOf('Ready'), long);
  });
});

test('the container’s status is what is known of it', () => {
  const state = { running: { startedAt } };
  const [status] =
    toPodStatus(pod, view('Running', state)).containerStatuses ?? [];
  assert.deepEqual(status, {
    name: 'migration',
    image: 'fleet:v1',
    imageID: 'id',
    ready: true,
    started: true,
    restartCount: 2,
    state,
    containerID: 'c',
  });
});

test('the reason of an end is the runtime’s unless it is given', () => {
  const reasonOf = (exitCode: number, reason?: string) =>
    terminated({ exitCode, startedAt, containerId: 'c', reason }).terminated
      ?.reason;
  assert.deepEqual(
    [reasonOf(0), reasonOf(3), reasonOf(128, 'StartError')],
    ['Completed', 'Error', 'StartError'],
  );
});
