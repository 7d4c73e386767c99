import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { V1Pod } from '@kubernetes/client-node';
import { FakePodClient } from '../__testUtils__/FakePodClient.ts';
import { PodReporter } from './PodReporter.ts';

const pod: V1Pod = {
  metadata: { name: 'migration', namespace: 'fleet', uid: 'u' },
  spec: { containers: [{ name: 'migration', image: 'fleet:v1' }] },
};

test('what an earlier runner told is gone on from', () => {
  const startTime = new Date(0);
  const { view } = new PodReporter(
    {
      ...pod,
      status: {
        startTime,
        containerStatuses: [
          {
            ...{ name: 'migration', image: '', imageID: 'i', ready: true },
            restartCount: 3,
            containerID: 'process://u-3',
            state: { running: { startedAt: startTime } },
          },
        ],
      },
    },
    new FakePodClient(),
  );
  assert.equal(view.container.restartCount, 3);
  assert.equal(view.container.containerId, 'process://u-3');
  assert.ok(view.container.state.running);
  assert.equal(view.startTime, startTime);
});

test('a restart keeps how the container ended before', async () => {
  const client = new FakePodClient();
  const reporter = new PodReporter(pod, client);
  reporter.view.container.state = { terminated: { exitCode: 3 } };
  reporter.nextRestart();
  await reporter.waiting('CrashLoopBackOff', 'wait', 'Running');
  const [status] = client.statuses.at(-1)?.containerStatuses ?? [];
  assert.equal(status.restartCount, 1);
  assert.equal(status.lastState?.terminated?.exitCode, 3);
  assert.deepEqual(status.state?.waiting, {
    reason: 'CrashLoopBackOff',
    message: 'wait',
  });
  assert.deepEqual(client.story, ['Running CrashLoopBackOff']);
});

test('a refused pod has failed, says why, and has no container status', async () => {
  const client = new FakePodClient();
  await new PodReporter(pod, client).reject('too many containers');
  const [status] = client.statuses;
  assert.deepEqual(
    [status.phase, status.reason, status.message, status.containerStatuses],
    ['Failed', 'UnsupportedPod', 'too many containers', undefined],
  );
  assert.deepEqual(client.events, [
    'Warning UnsupportedPod: too many containers',
  ]);
});
