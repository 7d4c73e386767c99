import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Stamp } from './Stamp.ts';

test('a stamp matches until a file changes, appears or goes', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'sovd-stamp-'));
  const file = path.join(root, 'a');
  const stamp = () => Stamp.of(root, 'test', ['a', 'b']);
  await writeFile(file, '1');
  assert.equal(await (await stamp()).matches(), false);
  await (await stamp()).write();
  assert.equal(await (await stamp()).matches(), true);
  await writeFile(file, '2');
  assert.equal(await (await stamp()).matches(), false);
  await writeFile(file, '1');
  assert.equal(await (await stamp()).matches(), true);
  await rm(file);
  assert.equal(await (await stamp()).matches(), false);
  await rm(root, { recursive: true });
});
