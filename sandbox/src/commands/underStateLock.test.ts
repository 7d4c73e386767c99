import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { lockName, underStateLock } from './underStateLock.ts';

test('the state is this user’s alone, and the lock is there while work is done', async t => {
  const settings = await testSettings(t);
  const inside = await underStateLock(settings, () => readdir(settings.state));
  assert.ok(inside.includes(lockName));
  // a reset leaves alone what begins with the lock's name
  assert.ok(inside.every(name => name.startsWith(lockName)));
  assert.deepEqual(await readdir(settings.state), []);
  assert.equal((await stat(settings.state)).mode % 0o1000, 0o700);
});

test('work that fails gives the lock back', async t => {
  const settings = await testSettings(t);
  const failing = underStateLock(settings, async () => {
    throw new Error('broken');
  });
  await assert.rejects(failing, /broken/);
  assert.equal(await underStateLock(settings, async () => 'done'), 'done');
});
