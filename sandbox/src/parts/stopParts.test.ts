import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { Progress } from '../progress/Progress.ts';
import type { Part } from './Part.ts';
import { PartProcess } from './PartProcess.ts';
import { stopParts } from './stopParts.ts';

const part = (name: string, ...after: string[]): Part => ({
  ...{ name, after },
  command: async () => ({
    program: 'sleep',
    args: ['60'],
    env: { PATH: process.env.PATH ?? '' },
  }),
  isReady: async () => true,
});
const silent = () => new Progress(0, () => undefined);

test('clients end before those they depend on; a selection leaves the others alone', async t => {
  const settings = await testSettings(t);
  await mkdir(settings.state, { recursive: true });
  const parts = [part('a'), part('b', 'a'), part('c', 'b'), part('d')];
  const launch = async ({ name, command }: Part) =>
    new PartProcess(settings, name).launch(await command(settings));
  const find = (name: string) => new PartProcess(settings, name).find();
  for (const one of parts) await launch(one);

  const selected = [parts[1], parts[2]];
  assert.deepEqual(await stopParts(selected, settings, silent()), ['c', 'b']);
  assert.ok(await find('a'));
  assert.ok(await find('d'));

  const rest = await stopParts(parts, settings, silent());
  assert.deepEqual(rest.sort(), ['a', 'd']);
  assert.equal(await find('a'), undefined);
});
