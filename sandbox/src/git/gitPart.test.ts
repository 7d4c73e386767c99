import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { gitFiles } from './gitConnection.ts';
import { gitPart } from './gitPart.ts';

test('it serves by its configuration, which holds what must not be seen in a process list', async t => {
  const settings = await testSettings(t);
  const { configuration } = gitFiles(settings);
  const { args } = await gitPart.command(settings);
  assert.deepEqual(args.slice(-3), ['web', '--config', configuration]);
  assert.ok(gitPart.after.includes('postgres'));
});

test('it is ready when it calls itself healthy', async t => {
  let status = 503;
  const { port, calls } = await serve(t, () => [status]);
  const settings = await testSettings(t, { git: port });
  assert.equal(await gitPart.isReady(settings), false);
  status = 200;
  assert.equal(await gitPart.isReady(settings), true);
  assert.equal(calls[0].target, '/api/healthz');
});

test('without its database it isn’t prepared', async t => {
  const settings = await testSettings(t, { postgres: 1 });
  await mkdir(gitFiles(settings).folder, { recursive: true });
  await assert.rejects(gitPart.prepare?.(settings) ?? Promise.resolve());
});
