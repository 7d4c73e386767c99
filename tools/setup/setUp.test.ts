import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { readSettings, type Settings } from '../../sandbox/src/settings.ts';
import { setUp } from './setUp.ts';

let settings: Settings;
before(async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'sovd-setup-'));
  settings = readSettings(root, {});
});
after(() => rm(settings.root, { recursive: true }));

function step(title: string, run: () => Promise<void>): BuildStep {
  let done = false;
  return {
    title,
    isDone: async () => done,
    run: async () => {
      await run();
      done = true;
    },
  };
}

test('what is done is not done again', async () => {
  let runs = 0;
  const one = step('one', async () => {
    runs += 1;
  });
  await setUp(settings, [[one]]);
  await setUp(settings, [[one]]);
  assert.equal(runs, 1);
});

test('all failures are told, and the others are finished', async () => {
  let finished = false;
  const good = step('good', async () => {
    finished = true;
  });
  const bad = (title: string) =>
    step(title, () => Promise.reject(new Error(`${title} broke`)));
  const lanes = [[bad('first'), good], [bad('second')]];
  await assert.rejects(setUp(settings, lanes), (error: Error) => {
    assert.match(error.message, /first broke/);
    assert.match(error.message, /second broke/);
    return true;
  });
  assert.ok(finished);
});
