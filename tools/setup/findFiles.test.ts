import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../../sandbox/src/__testUtils__/testSettings.ts';
import { findFiles } from './findFiles.ts';

test('files are found by folder and name, in order, without what is installed or built', async t => {
  const { state: root } = await testSettings(t);
  for (const file of [
    'b/two.ts',
    'a/deep/one.ts',
    'a/one.json',
    'a/node_modules/x/x.ts',
    'a/dist/x.ts',
    'elsewhere/x.ts',
  ]) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), '');
  }
  const folders = ['b', 'a', 'nothing'];
  assert.deepEqual(await findFiles(root, folders), [
    ...['a/deep/one.ts', 'a/one.json', 'b/two.ts'],
  ]);
  assert.deepEqual(
    await findFiles(root, folders, name => name.endsWith('.json')),
    ['a/one.json'],
  );
});
