import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { ContainerProcess, StartError } from './ContainerProcess.ts';
import { readCriLog } from './CriLog.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-process-'));
after(() => rmSync(folder, { recursive: true }));
const recordFile = path.join(folder, 'record.json');
let count = 0;

function start(...command: string[]) {
  count += 1;
  const logFile = path.join(folder, `${count}.log`);
  const env = { PATH: '/usr/bin:/bin', GREETING: 'hello' };
  const process = new ContainerProcess({
    ...{ command, cwd: folder, env, logFile, recordFile },
  });
  return { process, lines: () => readCriLog(logFile).map(line => line.text) };
}

test('tells exit code and output, and forgets the process', async () => {
  const { process, lines } = start('sh', '-c', 'echo $GREETING; exit 3');
  assert.equal(existsSync(recordFile), true);
  assert.equal(await process.exited, 3);
  assert.deepEqual(lines(), ['hello']);
  assert.equal(existsSync(recordFile), false);
});

test('an end by a signal is 128 and its number', async () => {
  const { process } = start('sleep', '60');
  assert.equal(await process.stop(5), 143);
});

test('what ignores SIGTERM is killed after the grace period', async () => {
  const ignore = 'trap "" TERM; echo ready; while :; do sleep 0.05; done';
  const { process, lines } = start('sh', '-c', ignore);
  for (const end = Date.now() + 60_000; lines().length === 0; ) {
    assert(Date.now() < end, 'it never said that it was ready');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  assert.equal(await process.stop(0.2), 137);
});

test('what it left behind goes with it', async () => {
  const { process, lines } = start('sh', '-c', 'sleep 60 & echo $!');
  await process.exited;
  const child = Number(lines()[0]);
  for (const end = Date.now() + 60_000; existsSync(`/proc/${child}`); ) {
    assert(Date.now() < end, 'the child lives on');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
});

test('a program that isn’t there can’t be started', () => {
  assert.throws(
    () => start('no-such-program'),
    (error: Error) =>
      error instanceof StartError &&
      error.message.endsWith(
        'exec: "no-such-program": executable file not found in $PATH',
      ),
  );
});
