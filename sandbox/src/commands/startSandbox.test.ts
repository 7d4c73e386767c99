import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { printed } from '../__testUtils__/printed.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { exists } from '../builds/buildOnce.ts';
import { liveParts } from '../parts/liveParts.ts';
import { portalEnvironmentFile } from '../portal/portalEnvironment.ts';
import { startSandbox } from './startSandbox.ts';

test('a taken port stops it before anything starts, and the lock is free again', async t => {
  printed(t);
  const { port } = await serve(t, () => [200]);
  const settings = await testSettings(t, { images: port });
  for (const attempt of ['first', 'second']) {
    await assert.rejects(
      startSandbox(settings),
      RegExp(`Port ${port}, which images needs`),
      attempt,
    );
  }
  assert.deepEqual(await liveParts(settings), new Set());
  assert.equal(await exists(portalEnvironmentFile(settings)), false);
});

test('an interruption that came before starts nothing', async t => {
  printed(t);
  const settings = await testSettings(t);
  const starting = startSandbox(settings, AbortSignal.abort());
  await assert.rejects(starting, /abort/i);
  assert.deepEqual(await liveParts(settings), new Set());
});
