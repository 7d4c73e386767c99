import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { imagesPart } from './imagesPart.ts';

test('its command starts the registry, which listens on loopback and says so', async t => {
  const settings = await testSettings(t, { images: 0 });
  const { program, args, env } = await imagesPart.command(settings);
  const child = spawn(program, args, {
    ...{ env, stdio: ['ignore', 'ignore', 'pipe'] },
  });
  t.after(() => child.kill('SIGKILL'));
  const [text] = (await once(child.stderr, 'data')) as [Buffer];
  assert.match(String(text), /listening/);
});

test('it is ready when it says that it is a registry', async t => {
  let status = 503;
  const { port, calls } = await serve(t, () => [status]);
  const settings = await testSettings(t, { images: port });
  assert.equal(await imagesPart.isReady(settings), false);
  status = 200;
  assert.equal(await imagesPart.isReady(settings), true);
  assert.equal(calls[0].target, '/v2/');
});
