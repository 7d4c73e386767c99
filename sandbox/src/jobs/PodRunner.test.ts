import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';

import type { V1Pod, V1PodStatus } from '@kubernetes/client-node';

import { ContainerConfigError } from './containerEnvironment.ts';
import { logFile, podFolder, recordFile } from './ContainerLauncher.ts';
import { ContainerProcess } from './ContainerProcess.ts';
import { ImagePullError, type ResolvedImage } from './ImageSource.ts';
import type { PodClient } from './NodeClient.ts';
import { PodRunner } from './PodRunner.ts';

const workFolder = mkdtempSync(path.join(tmpdir(), 'sovd-pods-'));
after(() => rmSync(workFolder, { recursive: true }));

const image: ResolvedImage = {
  rule: {
    ...{ repository: '', git: '', subdirectory: '', workdir: '/app' },
    entrypoint: [],
  },
  ...{ gitFolder: '', commit: 'abc', imageId: 'fleet@sha256:abc' },
};
let count = 0;

interface Play {
  /** What the container does, start by start: a shell script, or an error that prevents it. */
  readonly starts: (string | Error)[];
  readonly pulls?: Error[];
  readonly pod?: Partial<V1Pod>;
  readonly restartPolicy?: string;
}

/** A pod whose statuses are kept instead of written; its processes are real. */
function play({ starts, pulls = [], pod: given, restartPolicy }: Play) {
  count += 1;
  const uid = `pod-${count}`;
  const pod: V1Pod = {
    metadata: { name: 'migration', namespace: 'fleet', uid },
    spec: {
      restartPolicy: restartPolicy ?? 'Never',
      containers: [
        {
          name: 'migration',
          image: 'fleet:v1',
          terminationMessagePolicy: 'FallbackToLogsOnError',
        },
      ],
    },
    ...given,
  };
  const statuses: V1PodStatus[] = [];
  const events: string[] = [];
  let finalized = false;
  let watching: { reason: string; seen: () => void } | undefined;
  const client: PodClient = {
    reader: () => ({
      secret: async () => undefined,
      configMap: async () => undefined,
    }),
    async writeStatus(_pod, status) {
      statuses.push(structuredClone(status));
      const state = status.containerStatuses?.[0].state;
      const now = state?.waiting?.reason ?? Object.keys(state ?? {})[0];
      if (watching && now === watching.reason) watching.seen();
    },
    async finalizeDelete() {
      finalized = true;
    },
    async event(_pod, _type, reason) {
      events.push(reason);
    },
  };
  const folder = podFolder(workFolder, uid);
  const runner = new PodRunner(pod, {
    ...{ client, workFolder, backoffSeconds: 0.05 },
    images: {
      async resolve() {
        const error = pulls.shift();
        if (error) throw error;
        return image;
      },
    },
    launcher: {
      async launch({ restart }) {
        const script = starts.shift() ?? new Error('started once too often');
        if (script instanceof Error) throw script;
        const terminationFile = path.join(folder, `${restart}.termination`);
        writeFileSync(terminationFile, '');
        const process = new ContainerProcess({
          command: ['sh', '-c', script],
          cwd: folder,
          env: { PATH: '/usr/bin:/bin', MESSAGE: terminationFile },
          logFile: logFile(folder, restart),
          recordFile: recordFile(folder),
        });
        return { process, terminationFile };
      },
    },
  });
  return {
    ...{ runner, pod, statuses, events },
    wasFinalized: () => finalized,
    last: () => statuses.at(-1),
    container: () => statuses.at(-1)?.containerStatuses?.[0],
    /** `Phase state` of every write. */
    story: () =>
      statuses.map(({ phase, containerStatuses }) => {
        const state = containerStatuses?.[0].state;
        const what = state?.waiting?.reason ?? Object.keys(state ?? {})[0];
        return `${phase} ${what}`;
      }),
    reached: (reason: string) =>
      new Promise<void>(resolve => {
        watching = { reason, seen: resolve };
      }),
  };
}

describe('a pod that may not restart', () => {
  test('succeeds with its message', async () => {
    const pod = play({ starts: ['printf done > "$MESSAGE"'] });
    await pod.runner.run();
    assert.deepEqual(pod.story(), [
      'Pending ContainerCreating',
      'Running running',
      'Succeeded terminated',
    ]);
    assert.equal(pod.container()?.state?.terminated?.message, 'done');
    assert.equal(pod.container()?.imageID, image.imageId);
    assert.deepEqual(pod.events, ['Pulling', 'Pulled', 'Started']);
  });

  test('fails with its exit code and the end of its log', async () => {
    const pod = play({ starts: ['echo why >&2; exit 4'] });
    await pod.runner.run();
    const { exitCode, message } = pod.container()?.state?.terminated ?? {};
    assert.deepEqual([pod.last()?.phase, exitCode], ['Failed', 4]);
    assert.equal(message, 'why\n');
  });

  test('takes one container and no more', async () => {
    const containers = [{ name: 'a' }, { name: 'b' }];
    const pod = play({ starts: [], pod: { spec: { containers } } });
    await pod.runner.run();
    assert.equal(pod.last()?.reason, 'UnsupportedPod');
  });
});

describe('a pod that restarts on failure', () => {
  test('starts again at once, then backs off, and keeps the last end', async () => {
    const pod = play({
      starts: ['exit 1', 'exit 2', 'exit 0'],
      restartPolicy: 'OnFailure',
    });
    await pod.runner.run();
    assert.deepEqual(pod.story().slice(1), [
      'Running running',
      'Running running',
      'Running CrashLoopBackOff',
      'Running running',
      'Succeeded terminated',
    ]);
    const status = pod.container();
    assert.equal(status?.restartCount, 2);
    assert.equal(status?.lastState?.terminated?.exitCode, 2);
  });
});

describe('what stands in the way', () => {
  test('an image that isn’t there yet is pulled again', async () => {
    const pod = play({
      pulls: [new ImagePullError('fleet:v1', 'not found')],
      starts: ['exit 0'],
    });
    await pod.runner.run();
    assert.deepEqual(pod.story().slice(1, 3), [
      'Pending ErrImagePull',
      'Pending ImagePullBackOff',
    ]);
    assert.equal(pod.last()?.phase, 'Succeeded');
  });

  test('a missing Secret is waited for', async () => {
    const pod = play({
      starts: [new ContainerConfigError('secret "keys" not found'), 'exit 0'],
    });
    await pod.runner.run();
    const waiting = pod.statuses[1].containerStatuses?.[0].state?.waiting;
    assert.deepEqual(waiting, {
      reason: 'CreateContainerConfigError',
      message: 'secret "keys" not found',
    });
    assert.equal(pod.last()?.phase, 'Succeeded');
  });
});

describe('a pod that is ended', () => {
  test('by deletion: its process ends, then its object', async () => {
    const pod = play({ starts: ['sleep 60'] });
    const running = pod.reached('running');
    const life = pod.runner.run();
    await running;
    pod.runner.update({
      ...pod.pod,
      metadata: {
        ...pod.pod.metadata,
        deletionTimestamp: new Date(),
        deletionGracePeriodSeconds: 5,
      },
    });
    await life;
    assert.equal(pod.container()?.state?.terminated?.exitCode, 143);
    assert.equal(pod.last()?.phase, 'Failed');
    assert.equal(pod.wasFinalized(), true);
  });

  test('by the node’s end: it says so', async () => {
    const pod = play({ starts: ['sleep 60'] });
    const running = pod.reached('running');
    const life = pod.runner.run();
    await running;
    pod.runner.stop('shutdown');
    await life;
    assert.equal(pod.last()?.reason, 'Terminated');
    assert.equal(pod.wasFinalized(), false);
  });

  const lost = {
    phase: 'Running',
    containerStatuses: [
      {
        ...{ name: 'migration', image: '', imageID: '', ready: true },
        restartCount: 0,
        state: { running: { startedAt: new Date() } },
      },
    ],
  };

  test('by the runner’s own death: the next runner tells', async () => {
    const pod = play({ starts: [], pod: { status: lost } });
    await pod.runner.run();
    assert.equal(pod.last()?.reason, 'JobRunnerRestarted');
    assert.equal(
      pod.container()?.state?.terminated?.reason,
      'ContainerStatusUnknown',
    );
  });

  test('by the runner’s own death: it goes on where it may restart', async () => {
    const pod = play({
      starts: ['exit 0'],
      restartPolicy: 'OnFailure',
      pod: { status: lost },
    });
    await pod.runner.run();
    assert.equal(pod.last()?.phase, 'Succeeded');
    assert.equal(pod.container()?.restartCount, 1);
    assert.equal(
      pod.container()?.lastState?.terminated?.reason,
      'ContainerStatusUnknown',
    );
  });
});
