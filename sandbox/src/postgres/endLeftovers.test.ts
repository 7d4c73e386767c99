import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { postgresFiles } from './connection.ts';
import { endLeftovers } from './endLeftovers.ts';

test('the lock of a killed server goes only when its last child has ended', async t => {
  const { data } = postgresFiles(await testSettings(t));
  const lock = path.join(data, 'postmaster.pid');
  await mkdir(data, { recursive: true });
  await writeFile(lock, '1');
  const child = spawn('sleep', ['60'], { cwd: data });
  t.after(() => child.kill('SIGKILL'));
  await once(child, 'spawn');

  let ended = false;
  const leftovers = endLeftovers(data).then(() => {
    ended = true;
  });
  // a second look at /proc has passed when a whole one of ours has
  await new Promise(resolve => setTimeout(resolve, 200));
  assert.equal(ended, false);
  await access(lock);
  child.kill('SIGKILL');
  await leftovers;
  await assert.rejects(access(lock), /ENOENT/);
});

test('where nothing is left, nothing is waited for', async t => {
  const { data } = postgresFiles(await testSettings(t));
  await endLeftovers(data);
});
