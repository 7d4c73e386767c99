import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { parse } from 'yaml';
import { StampedChart } from '../chart/StampedChart.ts';
import { staging } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

let chart: StampedChart;
let readme: string;
let rows: Map<string, { value: string; meaning: string }>;
const read = (file: string) => readFile(path.join(chart.folder, file), 'utf8');
before(async () => {
  chart = await StampedChart.of(staging);
  readme = await read('README.md');
  rows = new Map(
    [...readme.matchAll(/^\| `([\w.]+)` \| `(.*)` \| (.*) \|$/gm)].map(
      ([, name, value, meaning]) => [name, { value, meaning }],
    ),
  );
});
after(() => chart.dispose());

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

/** Paths of all values that the schema knows, as far as they have a default. */
function schemaPaths(schema: Schema, root: Schema, above = ''): string[] {
  const name = schema.$ref?.replace('#/definitions/', '');
  const { properties } = name ? root.definitions?.[name] ?? {} : schema;
  if (!properties || whole.has(above)) return [above];
  return Object.entries(properties).flatMap(([key, value]) =>
    schemaPaths(value, root, above ? `${above}.${key}` : key),
  );
}
interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
}

test('the page is what helm-docs makes of values.yaml and README.md.gotmpl [H107]', async () => {
  const copy = path.join(chart.repository, 'copy', 'sovd-webapp');
  await cp(chart.folder, copy, { recursive: true });
  const args = ['--sort-values-order', 'file', '--log-level', 'warning'];
  await runProgram(await checkTool('helm-docs'), args, { cwd: copy });
  assert.equal(
    await readFile(path.join(copy, 'README.md'), 'utf8'),
    readme,
    'run helm-docs in the chart’s folder',
  );
});

test('the table has each value with its default and what it means, and no other [H044 H107]', async () => {
  const leaves = leavesOf(parse(await read('values.yaml')));
  assert.deepEqual(
    [...rows.keys()],
    leaves.map(([name]) => name),
  );
  for (const [name, value] of leaves) {
    const row = rows.get(name);
    assert.deepEqual(JSON.parse(row?.value ?? ''), value, name);
    assert.match(row?.meaning ?? '', /\w{2}/, `${name} says nothing`);
  }
});

test('the table has whatever the schema knows [H044]', async () => {
  const schema = JSON.parse(await read('values.schema.json')) as Schema;
  // startup is empty by default: its row stands for the four numbers
  const known = schemaPaths(schema, schema).map(name =>
    name.replace(/(\.startup)\..+$/, '$1'),
  );
  assert.deepEqual(
    [...new Set(known)].filter(name => !rows.has(name)),
    [],
  );
});

test('seven subjects: from the overview to the architecture [H006 H034 H107]', () => {
  const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  assert.deepEqual(headings, [
    'Overview',
    'Prerequisites',
    'Installation',
    'Configuration',
    'Upgrade and rollback',
    'Troubleshooting',
    'Architecture',
  ]);
  assert.match(readme, /\]\(\.\.\/\.\.\/\.\.\/docs\/architecture\.md\)/);
});

test('commands install, upgrade and roll back by the chart’s real path [H022 H023 H044]', async () => {
  for (const command of ['helm install ', 'helm upgrade ', 'helm rollback '])
    assert.ok(readme.includes(`    ${command}`), command);
  assert.doesNotMatch(readme, /sovd-helm-chart/);
  for (const [, file] of readme.matchAll(
    /infrastructure\/helm\/sovd-webapp\/(\S+)/g,
  )) {
    // written per environment: this repository has staging only
    const written = file.replace('-production', '-staging');
    assert.ok((await read(written)).length > 0, file);
  }
});

test('the timeout in each command is longer than the migration may take [H064]', async () => {
  const { migration } = parse(await read('values.yaml'));
  const minutes = [...readme.matchAll(/--timeout (\d+)m/g)].map(([, given]) =>
    Number(given),
  );
  assert.ok(minutes.length >= 4, `${minutes.length} commands have a timeout`);
  for (const given of minutes)
    assert.ok(given * 60 > migration.activeDeadlineSeconds, `${given}m`);
});
