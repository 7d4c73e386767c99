import assert from 'node:assert/strict';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import { jobsPart } from './jobsPart.ts';

test('the runner gets its settings and nothing of the person’s environment', async t => {
  const settings = await testSettings(t, { jobs: 6007 });
  const { args, env } = await jobsPart.command(settings);
  await stat(args.at(-2) ?? '');
  // what isn't set is left out of JSON
  assert.deepEqual(
    JSON.parse(args.at(-1) ?? ''),
    JSON.parse(JSON.stringify(settings)),
  );
  assert.deepEqual(Object.keys(env).sort(), ['HOME', 'LANG', 'PATH']);
  assert.equal(env.HOME, settings.state);
});

test('it is ready when its own server says so', async t => {
  const tls = await certificate((await testSettings(t)).state);
  let status = 503;
  const { port } = await serve(t, () => [status], tls);
  const settings = await testSettings(t, { jobs: port });
  const files = kubernetesFiles(settings);
  await mkdir(files.keys, { recursive: true });
  await copyFile(tls.certificate, files.certificate);
  assert.equal(await jobsPart.isReady(settings), false);
  status = 200;
  assert.equal(await jobsPart.isReady(settings), true);
});

test('its policy is applied', async t => {
  const settings = await testSettings(t);
  const kubectl = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
  );
  await jobsPart.settle?.(settings);
  const [call] = await kubectl.calls();
  const file = call.find(word => word.startsWith('--filename='));
  await stat(file?.replace('--filename=', '') ?? '');
});
