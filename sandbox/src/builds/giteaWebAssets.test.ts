import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { withPath } from '../__testUtils__/withPath.ts';
import { giteaStaticRoot, giteaWebAssets } from './giteaWebAssets.ts';

/** A pnpm whose "build" writes what it was given to build from. */
const pnpm = `
const { mkdirSync, writeFileSync } = require('node:fs');
if (process.argv[2] === 'exec') {
  mkdirSync('public', { recursive: true });
  writeFileSync('public/built', process.argv.slice(3).join(' '));
} else if (!process.argv.includes('--ignore-scripts')) process.exit(9);
`;

test('the pages are built from a copy of the module’s source, without anybody’s scripts', async t => {
  const settings = await testSettings(t);
  const source = path.join(settings.state, 'source');
  for (const name of ['templates', 'options']) {
    await mkdir(path.join(source, name), { recursive: true });
    await writeFile(path.join(source, name, 'text'), name, { mode: 0o444 });
  }
  const bin = path.join(settings.state, 'bin');
  await StubProgram.at(
    path.join(bin, 'go'),
    `[ "$1" = mod ] || echo '${source}'`,
  );
  const pnpmFile = path.join(settings.state, 'pnpm.cjs');
  await writeFile(pnpmFile, pnpm);
  const npm = await StubProgram.at(
    path.join(bin, 'npm'),
    `mkdir -p node_modules/pnpm/bin && cp '${pnpmFile}' node_modules/pnpm/bin/`,
  );
  withPath(t, bin);

  assert.equal(await giteaWebAssets.isDone(settings), false);
  await giteaWebAssets.run(settings, path.join(settings.state, 'web.log'));
  assert.equal(await giteaWebAssets.isDone(settings), true);
  const root = await giteaStaticRoot(settings);
  assert.deepEqual((await readdir(root)).sort(), [
    'options',
    'public',
    'templates',
  ]);
  const built = await readFile(path.join(root, 'public', 'built'), 'utf8');
  assert.equal(built, 'vite build');
  const [install] = await npm.calls();
  assert.ok(install.includes('--ignore-scripts'));
  // the module's own files are Go's, and stay as they are
  assert.deepEqual((await readdir(source)).sort(), ['options', 'templates']);
});
