import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { printed } from '../__testUtils__/printed.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { PartProcess } from '../parts/PartProcess.ts';
import { sandboxParts } from '../parts/sandboxParts.ts';
import { sandboxStatus } from './sandboxStatus.ts';

test('each part has a line: stopped, running, or running without an answer', async t => {
  const { port } = await serve(t, () => [200]);
  const settings = await testSettings(t, { images: port, aws: 1 });
  await mkdir(settings.state, { recursive: true });
  const pids: Record<string, number> = {};
  for (const name of ['images', 'aws']) {
    const part = new PartProcess(settings, name);
    const env = { PATH: process.env.PATH ?? '' };
    const { pid } = await part.launch({ program: 'sleep', args: ['60'], env });
    pids[name] = pid;
  }
  const text = printed(t);
  const code = await sandboxStatus(settings);
  assert.equal(code, 3);
  const [head, ...lines] = text().trimEnd().split('\n');
  assert.match(head, /^part +state +process +port$/);
  assert.deepEqual(
    lines.map(line => line.split(' ')[0]),
    sandboxParts.map(({ name }) => name),
  );
  const lineOf = (name: string) =>
    lines.find(line => line.startsWith(`${name} `)) ?? '';
  assert.match(lineOf('images'), RegExp(`running +${pids.images} +${port}$`));
  assert.match(lineOf('aws'), RegExp(`does not answer +${pids.aws} +1$`));
  assert.match(lineOf('etcd'), /stopped +- +-$/);
});
