import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../sandbox/src/__testUtils__/serve.ts';
import { printed } from '../sandbox/src/__testUtils__/printed.ts';
import { testSettings } from '../sandbox/src/__testUtils__/testSettings.ts';
import { liveParts } from '../sandbox/src/parts/liveParts.ts';
import { dev } from './dev.ts';

test('without a sandbox there is nothing to develop on: its reason is told, and nothing is left', async t => {
  printed(t);
  const { port } = await serve(t, () => [200]);
  const settings = await testSettings(t, { aws: port });
  await assert.rejects(dev(settings, []), /SOVD_SANDBOX_PORT_AWS=/);
  assert.deepEqual(await liveParts(settings), new Set());
});
