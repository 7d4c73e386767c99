import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles, root } from '../structure/sourceFiles.ts';
import { linksOf } from './linksOf.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Workspaces as folders; a pattern such as `plugins/*` as what Git has of it. */
const workspaces = (
  JSON.parse(read('package.json')) as { workspaces: string[] }
).workspaces.flatMap(pattern =>
  listFiles(`${pattern}/package.json`)
    .map(file => path.dirname(file))
    .filter(folder => folder.split('/').length === pattern.split('/').length),
);

test('the README names every workspace', () => {
  const named = linksOf(read('README.md'));
  // what is in templates/ is shown by its one template
  const missing = workspaces.filter(
    folder => !named.some(link => `${link}/`.startsWith(`${folder}/`)),
  );
  assert.ok(workspaces.includes('plugins/sovd-deploy'));
  assert.deepEqual(missing, []);
});

test('every plugin and every package says what it is', () => {
  const pages = listFiles('*README.md');
  const silent = workspaces.filter(
    folder =>
      !pages.some(
        page =>
          page === `${folder}/README.md` ||
          (folder === 'templates' && page.startsWith('templates/sovd-webapp/')),
      ),
  );
  assert.deepEqual(silent, []);
});

test('the extensions that the frontend describes are those that it has', () => {
  const extension =
    /(?:page|api|entity-card|entity-content):sovd-deploy[\w/-]*/g;
  const rows = read('plugins/sovd-deploy/README.md')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .join('\n');
  const keys = read('plugins/sovd-deploy/report.api.md')
    .split('\n')
    .filter(line => /^ +'.*': OverridableExtensionDefinition</.test(line))
    .join('\n');
  const found = keys.match(extension) ?? [];
  assert.ok(found.length > 0);
  assert.deepEqual([...(rows.match(extension) ?? [])].sort(), found.sort());
});

test('the permissions that are described are those that there are', () => {
  const permission = /sovd\.(?:environment|change)\.\w+/g;
  const sorted = (text: string) =>
    [...new Set(text.match(permission) ?? [])].sort();
  const made = sorted(read('plugins/sovd-deploy-common/src/permissions.ts'));
  assert.ok(made.length > 0);
  for (const plugin of ['sovd-deploy-common', 'sovd-deploy-backend']) {
    assert.deepEqual(sorted(read(`plugins/${plugin}/README.md`)), made, plugin);
  }
});
