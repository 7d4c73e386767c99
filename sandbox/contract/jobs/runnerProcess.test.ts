import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { testSettings } from '../../src/__testUtils__/testSettings.ts';
import { PartProcess } from '../../src/parts/PartProcess.ts';
import { guards, killRunner, migrations } from './runnerProcess.ts';

async function processIn(t: TestContext, cwd: string, ...args: string[]) {
  await mkdir(cwd, { recursive: true });
  const child = spawn(args[0], args.slice(1), { cwd, stdio: 'ignore' });
  t.after(() => child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child.pid;
}

test('migrations and their guards are known by where and what they run', async t => {
  const settings = await testSettings(t);
  const pods = path.join(settings.state, 'jobs', 'pods');
  const idle = [process.execPath, '--eval', 'setInterval(() => {}, 1e6)', '--'];
  const words = [...idle, '-m', 'app.migrate'];
  const migration = await processIn(t, path.join(pods, 'a'), ...words);
  await processIn(t, path.join(pods, 'b'), ...idle);
  await processIn(t, settings.state, ...words);
  const script = 'while :; do sleep 60; done # -m app.migrate';
  const guard = await processIn(
    t,
    path.join(pods, 'a'),
    '/bin/sh',
    '-c',
    script,
  );
  assert.deepEqual(migrations(settings), [migration]);
  assert.deepEqual(guards(settings), [guard]);
});

test('a killed runner is gone', async t => {
  const settings = await testSettings(t);
  await mkdir(settings.state, { recursive: true });
  const runner = new PartProcess(settings, 'jobs');
  const env = { PATH: process.env.PATH ?? '' };
  const args = ['-c', 'trap "" TERM; while :; do sleep 0.1; done'];
  await runner.launch({ program: 'sh', args, env });
  await killRunner(settings);
  assert.equal(await runner.find(), undefined);
});
