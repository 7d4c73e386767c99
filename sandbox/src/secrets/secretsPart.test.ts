import assert from 'node:assert/strict';
import { mkdir, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { definitionsFolder } from './externalSecretsDefinitions.ts';
import { secretsPart } from './secretsPart.ts';

test('its kinds are established before the program starts that watches them', async t => {
  const settings = await testSettings(t);
  const folder = await definitionsFolder(settings);
  await mkdir(folder, { recursive: true });
  const kubectl = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
  );
  await secretsPart.prepare?.(settings);
  const calls = await kubectl.calls();
  assert.deepEqual(
    calls.map(([verb]) => verb),
    ['apply', 'wait'],
  );
  for (const call of calls) assert.ok(call.includes(`--filename=${folder}`));
});

test('the controller gets its settings and nothing of the person’s environment', async t => {
  const settings = await testSettings(t, { secrets: 6009 });
  const { args, env } = await secretsPart.command(settings);
  await stat(args.at(-2) ?? '');
  // what isn't set is left out of JSON
  assert.deepEqual(
    JSON.parse(args.at(-1) ?? ''),
    JSON.parse(JSON.stringify(settings)),
  );
  assert.deepEqual(Object.keys(env).sort(), ['HOME', 'LANG', 'PATH']);
});

test('it is ready when it answers', async t => {
  let status = 503;
  const { port } = await serve(t, () => [status]);
  const settings = await testSettings(t, { secrets: port });
  assert.equal(await secretsPart.isReady(settings), false);
  status = 200;
  assert.equal(await secretsPart.isReady(settings), true);
});
