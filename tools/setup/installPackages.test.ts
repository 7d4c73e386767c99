import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { StubProgram } from '../../sandbox/src/__testUtils__/StubProgram.ts';
import { testSettings } from '../../sandbox/src/__testUtils__/testSettings.ts';
import { withPath } from '../../sandbox/src/__testUtils__/withPath.ts';
import { installPackages } from './installPackages.ts';

const works = 'mkdir -p node_modules && echo > node_modules/.yarn-state.yml';

async function checkout(t: TestContext, install: string) {
  const settings = await testSettings(t);
  const root = path.join(settings.state, 'checkout');
  await mkdir(path.join(root, 'plugins', 'one'), { recursive: true });
  const bin = path.join(settings.state, 'bin');
  const yarn = await StubProgram.at(path.join(bin, 'yarn'), install);
  withPath(t, bin);
  return {
    yarn,
    root,
    settings: { ...settings, root },
    log: path.join(settings.state, 'log'),
  };
}

test('packages are installed as the lock says, and again when a manifest changed', async t => {
  const { settings, root, yarn, log } = await checkout(t, works);
  assert.equal(await installPackages.isDone(settings), false);
  await installPackages.run(settings, log);
  assert.deepEqual(await yarn.calls(), [['install', '--immutable']]);
  assert.equal(await installPackages.isDone(settings), true);
  await writeFile(path.join(root, 'plugins', 'one', 'README.md'), 'text');
  assert.equal(await installPackages.isDone(settings), true);
  await writeFile(path.join(root, 'plugins', 'one', 'package.json'), '{}');
  assert.equal(await installPackages.isDone(settings), false);
  await installPackages.run(settings, log);
  await rm(path.join(root, 'node_modules'), { recursive: true });
  assert.equal(await installPackages.isDone(settings), false);
});

test('an installation that fails is not done', async t => {
  const { settings, log } = await checkout(t, `${works}; exit 1`);
  await assert.rejects(installPackages.run(settings, log));
  assert.equal(await installPackages.isDone(settings), false);
});
