import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { StubProgram } from '../sandbox/src/__testUtils__/StubProgram.ts';
import { printed } from '../sandbox/src/__testUtils__/printed.ts';
import { testSettings } from '../sandbox/src/__testUtils__/testSettings.ts';
import { withPath } from '../sandbox/src/__testUtils__/withPath.ts';
import { buildPages } from './buildPages.ts';

async function checkout(t: TestContext, build: string) {
  printed(t);
  const settings = await testSettings(t);
  const root = path.join(settings.state, 'checkout');
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await write('packages/app/src/index.tsx', 'one');
  const bin = path.join(settings.state, 'bin');
  const yarn = await StubProgram.at(path.join(bin, 'yarn'), build);
  withPath(t, bin);
  const pages = path.join(root, 'packages/app/dist/index.html');
  return { settings: { ...settings, root }, write, yarn, pages };
}
const works =
  'mkdir -p packages/app/dist && echo > packages/app/dist/index.html';

test('pages are built once, and again when a source of theirs changed or they are gone', async t => {
  const { settings, write, yarn, pages } = await checkout(t, works);
  const builds = async () => {
    await buildPages(settings);
    return (await yarn.calls()).length;
  };
  assert.equal(await builds(), 1);
  assert.equal(await builds(), 1);
  await write('plugins/sovd-deploy/src/plugin.tsx', 'new');
  assert.equal(await builds(), 2);
  await write('plugins/sovd-deploy-backend/src/plugin.ts', 'no page');
  await write('packages/app/src/index.test.tsx', 'no page');
  assert.equal(await builds(), 2);
  await rm(pages);
  assert.equal(await builds(), 3);
});

test('a build that fails is tried again next time', async t => {
  const { settings, yarn } = await checkout(
    t,
    'echo no such module >&2; exit 1',
  );
  await assert.rejects(buildPages(settings), /no such module/);
  await assert.rejects(buildPages(settings), /Whole log: .*pages\.log/);
  assert.equal((await yarn.calls()).length, 2);
});
