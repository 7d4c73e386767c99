import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildOnce, exists } from './buildOnce.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-build-'));
});
after(() => rm(folder, { recursive: true }));

test('it builds once', async () => {
  const target = path.join(folder, 'tool');
  let builds = 0;
  const build = async (into: string) => {
    builds += 1;
    await writeFile(path.join(into, 'program'), 'built');
  };
  await buildOnce(target, build);
  await buildOnce(target, build);
  assert.equal(builds, 1);
  assert.equal(await readFile(path.join(target, 'program'), 'utf8'), 'built');
});

test('a failed build leaves nothing under the name, and the next one begins anew', async () => {
  const target = path.join(folder, 'broken');
  const failing = async (into: string) => {
    await writeFile(path.join(into, 'half'), '');
    throw new Error('no compiler');
  };
  await assert.rejects(buildOnce(target, failing), /no compiler/);
  assert.equal(await exists(target), false);
  await buildOnce(target, async into =>
    assert.equal(await exists(path.join(into, 'half')), false),
  );
});
