import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { chartFolder, content } from './StampedRepositoryFixture.ts';

const read = (file: string) =>
  readFile(path.join(content, chartFolder, file), 'utf8');
const readme = await read('README.md');
const rows = new Map(
  [...readme.matchAll(/^\| `([\w.]+)` \| `(.*)` \| (.+) \|$/gm)].map(
    ([, name, value, meaning]) => [name, { value, meaning }],
  ),
);

/** Values that a row stands for as a whole. */
const whole = new Set(['hpa.behavior', 'ingress.annotations']);

function leavesOf(values: object, above = ''): [string, unknown][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = above + key;
    const isMap = value !== null && typeof value === 'object';
    const isLeaf =
      !isMap ||
      Array.isArray(value) ||
      Object.keys(value).length === 0 ||
      whole.has(name);
    return isLeaf
      ? ([[name, value]] as [string, unknown][])
      : leavesOf(value, `${name}.`);
  });
}

test('says of each value its default and what it means, and of no other', async () => {
  const leaves = leavesOf(parse(await read('values.yaml')));
  assert.deepEqual(
    [...rows.keys()],
    leaves.map(([name]) => name),
  );
  for (const [name, value] of leaves) {
    const row = rows.get(name);
    assert.deepEqual(JSON.parse(row?.value ?? ''), value, name);
    assert.notEqual(row?.meaning.trim(), '', name);
  }
});

test('says how to install, upgrade, roll back and find out what is wrong', () => {
  for (const heading of [
    'Prerequisites',
    'Installation',
    'Configuration',
    'Upgrade and rollback',
    'Troubleshooting',
  ])
    assert.ok(readme.includes(`\n## ${heading}\n`), heading);
  for (const command of ['helm install ', 'helm upgrade ', 'helm rollback '])
    assert.ok(readme.includes(`    ${command}`), command);
});

test('names only files that the chart has', async () => {
  for (const [, file] of readme.matchAll(
    /infrastructure\/helm\/sovd-webapp\/(\S+)/g,
  ))
    assert.ok((await read(file)).length > 0, file);
});

test("each schema's object knows its properties: nothing misspelt passes", async () => {
  const schema = JSON.parse(await read('values.schema.json'));
  const open: string[] = [];
  const walk = (node: Record<string, unknown>, where: string) => {
    if (node.properties && node.additionalProperties !== false)
      open.push(where);
    for (const [key, value] of Object.entries(node))
      if (
        value !== null &&
        typeof value === 'object' &&
        !/^(if|then)$/.test(key)
      )
        walk(value as Record<string, unknown>, `${where}/${key}`);
  };
  walk(schema, '');
  assert.deepEqual(
    open.filter(where => !where.endsWith('/properties')),
    [],
  );
});
