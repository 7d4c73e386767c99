import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { packageArrows, readPackageArrows } from './packageArrows.ts';
import { listFiles, root } from './sourceFiles.ts';

const common = '@sovd/plugin-sovd-deploy-common';

test('an arrow is drawn once, however many files draw it; none leads home or outside', () => {
  const source = (file: string, text: string) => ({ path: file, text });
  const arrows = readPackageArrows([
    source('plugins/sovd-deploy/src/a.ts', `import '${common}';`),
    source('plugins/sovd-deploy/src/b.ts', `export * from '${common}/x';`),
    source('plugins/sovd-deploy-common/src/a.ts', `import '${common}';`),
    source('packages/app/src/a.ts', "import 'react';"),
    source('README.ts', `import '${common}';`),
  ]);
  assert.deepEqual(arrows, [
    {
      from: 'plugins/sovd-deploy',
      to: 'plugins/sovd-deploy-common',
      file: 'plugins/sovd-deploy/src/a.ts',
    },
  ]);
});

test('a name that only begins like another is that of nobody', () => {
  const text = `import '${common}-more';`;
  const arrows = readPackageArrows([{ path: 'sandbox/src/a.ts', text }]);
  assert.deepEqual(arrows, []);
});

test('the map names every package by its own name', () => {
  for (const [folder, { name, mayImport }] of Object.entries(packageArrows)) {
    const file = path.join(root, folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { name: string };
    assert.equal(manifest.name, name);
    assert.ok(
      mayImport.every(target => target in packageArrows),
      folder,
    );
  }
  const folders = listFiles('packages/*/package.json', 'plugins/*/package.json')
    .map(file => path.dirname(file))
    .filter(folder => folder.split('/').length === 2);
  assert.deepEqual(
    folders.filter(folder => !(folder in packageArrows)),
    [],
  );
});
