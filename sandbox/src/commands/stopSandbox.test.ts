import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { printed } from '../__testUtils__/printed.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { PartProcess } from '../parts/PartProcess.ts';
import { stopSandbox } from './stopSandbox.ts';

async function running(t: TestContext, ...names: string[]) {
  printed(t);
  const settings = await testSettings(t);
  await mkdir(settings.state, { recursive: true });
  for (const name of names) {
    const part = new PartProcess(settings, name);
    const env = { PATH: process.env.PATH ?? '' };
    await part.launch({ program: 'sleep', args: ['60'], env });
  }
  const left = async () => {
    const found = await Promise.all(
      names.map(name => new PartProcess(settings, name).find()),
    );
    return names.filter((_, index) => found[index]);
  };
  return { settings, left };
}

test('all means the portal as well', async t => {
  const { settings, left } = await running(t, 'aws', 'portal');
  await stopSandbox(settings);
  assert.deepEqual(await left(), []);
});

test('what isn’t named goes on, the portal included', async t => {
  const { settings, left } = await running(t, 'aws', 'images', 'portal');
  await stopSandbox(settings, ['aws', 'nothing-known']);
  assert.deepEqual(await left(), ['images', 'portal']);
});
