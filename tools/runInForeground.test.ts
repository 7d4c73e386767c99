import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { runInForeground } from './runInForeground.ts';

const cwd = import.meta.dirname;

test('the exit code is the program’s own', async () => {
  assert.equal(await runInForeground('sh', ['-c', 'exit 7'], { cwd }), 7);
  const killed = ['-c', 'kill -INT $$'];
  assert.equal(await runInForeground('sh', killed, { cwd }), 130);
});

test('a program that is not there is an error, and signals are ours again', async () => {
  const before = process.listenerCount('SIGINT');
  await assert.rejects(runInForeground('/no/such', [], { cwd }), /ENOENT/);
  assert.equal(process.listenerCount('SIGINT'), before);
});

test('Ctrl-C is the program’s to answer; the end of this one is passed on', async t => {
  for (const [signal, code] of [
    ['SIGINT', 5],
    ['SIGTERM', 143],
  ] as const) {
    const inner = 'trap "exit 5" INT; echo up; while :; do sleep 0.05; done';
    const script = `import { runInForeground } from '${path.join(
      cwd,
      'runInForeground.ts',
    )}';
process.exitCode = await runInForeground('sh', ['-c', process.argv[1]], { cwd: '/' });`;
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', script, inner],
      { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
    );
    const group = -(child.pid ?? 0);
    t.after(() => child.exitCode ?? process.kill(group, 'SIGKILL'));
    await once(child.stdout, 'data');
    // a terminal tells all of its foreground, a supervisor only this process
    process.kill(signal === 'SIGINT' ? group : -group, signal);
    assert.deepEqual(await once(child, 'exit'), [code, null]);
  }
});
