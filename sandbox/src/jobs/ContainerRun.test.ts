import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { FakePodClient } from '../__testUtils__/FakePodClient.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { Backoff } from './Backoff.ts';
import { ContainerConfigError } from './containerEnvironment.ts';
import { logFile, recordFile } from './ContainerLauncher.ts';
import { ContainerProcess } from './ContainerProcess.ts';
import { ContainerRun } from './ContainerRun.ts';
import type { ResolvedImage } from './ImageSource.ts';
import { PodReporter } from './PodReporter.ts';

const container = { name: 'migration', image: 'fleet:v1' };
const image: ResolvedImage = {
  rule: {
    ...{ repository: '', git: '', subdirectory: '', workdir: '/app' },
    entrypoint: [],
  },
  ...{ gitFolder: '', commit: 'abc', imageId: 'fleet@sha256:abc' },
};

/** A run whose starts are these shell scripts, or errors that prevent one. */
async function runOf(
  t: TestContext,
  starts: (string | Error)[],
  restartPolicy = 'Never',
) {
  const { state: folder } = await testSettings(t);
  await mkdir(folder, { recursive: true });
  const client = new FakePodClient();
  const stop = new AbortController();
  const reporter = new PodReporter(
    {
      metadata: { name: 'm', namespace: 'fleet', uid: 'u' },
      spec: { restartPolicy, containers: [container] },
    },
    client,
  );
  const run = new ContainerRun({
    ...{ image, container, reporter, folder, client, stop: stop.signal },
    backoff: new Backoff(0.01, stop.signal),
    launcher: {
      async launch({ restart }) {
        const start = starts.shift() ?? new Error('started once too often');
        if (start instanceof Error) throw start;
        const terminationFile = path.join(folder, `${restart}.termination`);
        await writeFile(terminationFile, '');
        const process = new ContainerProcess({
          command:
            start === '' ? ['nothing-of-this-name'] : ['sh', '-c', start],
          cwd: folder,
          env: { PATH: '/usr/bin:/bin' },
          logFile: logFile(folder, restart),
          recordFile: recordFile(folder),
        });
        return { process, terminationFile };
      },
    },
  });
  const state = () => reporter.view.container.state;
  return { run, client, stop, state, reporter };
}

test('a start that succeeds ends the pod', async t => {
  const { run, client, state } = await runOf(t, ['exit 0']);
  assert.equal(await run.attempt(), true);
  assert.deepEqual(client.story, ['Running running', 'Succeeded terminated']);
  assert.equal(state().terminated?.exitCode, 0);
  assert.equal(run.running, false);
});

test('a command that isn’t there is exit code 128, as a runtime tells it', async t => {
  const { run, client, state } = await runOf(t, ['']);
  assert.equal(await run.attempt(), true);
  assert.equal(client.story.at(-1), 'Failed terminated');
  const { exitCode, reason, message } = state().terminated ?? {};
  assert.deepEqual([exitCode, reason], [128, 'StartError']);
  assert.match(message ?? '', /"nothing-of-this-name"/);
});

test('the first restart is at once, the next one waits', async t => {
  const starts = ['exit 1', 'exit 2', 'exit 0'];
  const { run, client, reporter } = await runOf(t, starts, 'OnFailure');
  assert.equal(await run.attempt(), false);
  assert.equal(reporter.view.container.restartCount, 1);
  assert.ok(!client.events.some(event => event.includes('BackOff')));
  assert.equal(await run.attempt(), false);
  assert.ok(client.events.some(event => /BackOff: back-off/.test(event)));
  assert.equal(reporter.view.container.restartCount, 2);
  assert.equal(await run.attempt(), true);
});

test('a pod that ends while it starts is told to end, and its process with it', async t => {
  const { run, client, stop, state } = await runOf(t, ['exec sleep 60']);
  stop.abort('shutdown');
  await assert.rejects(run.attempt());
  assert.equal(state().terminated?.exitCode, 143);
  assert.ok(client.events.some(event => event.startsWith('Normal Killing')));
});

test('what can’t be created says whether its configuration is to blame', async t => {
  const starts = [
    new ContainerConfigError('secret "keys" not found'),
    new Error('disk full'),
  ];
  for (const reason of ['CreateContainerConfigError', 'CreateContainerError']) {
    const { run, stop, state } = await runOf(t, [starts.shift() as Error]);
    const attempt = run.attempt();
    setImmediate(() => stop.abort('deleted'));
    await assert.rejects(attempt);
    assert.equal(state().waiting?.reason, reason);
  }
});
