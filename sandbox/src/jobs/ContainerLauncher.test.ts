import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import type { V1Container } from '@kubernetes/client-node';

import {
  ContainerLauncher,
  CreateContainerError,
  logFile,
} from './ContainerLauncher.ts';
import { readCriLog } from './CriLog.ts';
import type { ResolvedImage } from './ImageSource.ts';

const work = mkdtempSync(path.join(tmpdir(), 'sovd-launch-'));
after(() => rmSync(work, { recursive: true }));

const image: ResolvedImage = {
  rule: {
    ...{ repository: '', git: '', subdirectory: '', workdir: '/app' },
    entrypoint: [],
  },
  ...{ gitFolder: '', commit: 'abc', imageId: '' },
};
const launcher = new ContainerLauncher(
  { unpack: async (_image, folder) => void mkdirSync(folder) },
  {
    localize: async (namespace, env) => ({ ...env, NAMESPACE: namespace }),
  },
  ['/tools'],
);

async function launch(container: Partial<V1Container>) {
  const folder = mkdtempSync(path.join(work, 'pod-'));
  const { process, terminationFile } = await launcher.launch({
    pod: { metadata: { name: 'p', namespace: 'fleet' } },
    container: { name: 'c', ...container },
    ...{ image, folder, restart: 0 },
    read: {
      secret: async () => undefined,
      configMap: async () => undefined,
    },
  });
  const exitCode = await process.exited;
  const lines = readCriLog(logFile(folder, 0)).map(line => line.text);
  return { folder, exitCode, lines, terminationFile };
}

test('paths of the container are those of the pod’s folder', async () => {
  const { folder, lines } = await launch({
    command: ['sh', '-c', 'pwd; echo "$HOME_OF_APP"; echo "$1"', 'sh'],
    args: ['/app/$(WORD)'],
    workingDir: '/app',
    env: [
      { name: 'WORD', value: 'x' },
      { name: 'HOME_OF_APP', value: '/app' },
    ],
  });
  const root = path.join(folder, 'root');
  assert.deepEqual(lines, [root, root, `${root}/x`]);
});

test('the environment is an allow-list', async () => {
  process.env.PERSONAL = 'of the person who started the sandbox';
  const { lines } = await launch({ command: ['env'] });
  delete process.env.PERSONAL;
  const names = lines.map(line => line.split('=')[0]).sort();
  assert.deepEqual(
    names.filter(name => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name)),
    [
      ...['HOME', 'HOSTNAME', 'LANG', 'NAMESPACE', 'PATH'],
      ...['PYTHONDONTWRITEBYTECODE', 'TERMINATION_LOG', 'TMPDIR'],
    ],
  );
  assert.equal(
    lines.some(line => line.startsWith('PATH=/tools:')),
    true,
  );
});

test('the termination message has a file, under its usual name too', async () => {
  const { terminationFile } = await launch({
    command: ['sh', '-c', 'printf said > "$0"', '/dev/termination-log'],
  });
  assert.equal(readFileSync(terminationFile, 'utf8'), 'said');
});

test('a container without a command can’t be made', async () => {
  await assert.rejects(
    launch({}),
    new CreateContainerError('no command specified'),
  );
});
