import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { deployed } from '@sovd/templates/tests/HelmFixture.ts';
import { parse, stringify } from 'yaml';
import { toleratedFaults } from '../chart/toleratedFaults.ts';
import { StampedChart } from '../chart/StampedChart.ts';
import { matrix, production, staging } from '../repository/matrix.ts';

let chart: StampedChart;
before(async () => {
  chart = await StampedChart.of(staging);
});
after(() => chart.dispose());

/** lint's release is in the namespace "default", which the guard refuses. */
const guard = { global: { namespace: '' } };

async function lint(own: StampedChart, file: string, ...layers: object[]) {
  const files = await Promise.all(layers.map(layer => own.values(layer)));
  const values = [path.join(own.repository, file), ...files];
  return own.run('helm', [
    ...['lint', '--strict', own.folder],
    ...values.flatMap(one => ['--values', one]),
  ]);
}

test('helm lint --strict has nothing to say of the defaults [H005 H035]', async () => {
  const said = await chart.run('helm', ['lint', '--strict', chart.folder]);
  assert.match(said, /0 chart\(s\) failed/);
  assert.doesNotMatch(said, /\[(ERROR|WARNING)\]/);
});

test('nor of any environment’s values, as the portal and as a person deploys it [H005 H035]', async () => {
  const left = [...matrix];
  // two at a time: that many cores there are
  const lane = async () => {
    for (let variant = left.pop(); variant; variant = left.pop()) {
      const own = await StampedChart.of(variant);
      const { environment } = own;
      const said = [
        await lint(
          own,
          `environments/${environment}/values.yaml`,
          deployed,
          guard,
        ),
        await lint(
          own,
          `infrastructure/helm/sovd-webapp/values-${environment}.yaml`,
          guard,
        ),
      ];
      await own.dispose();
      for (const one of said)
        assert.match(one, /0 chart\(s\) failed/, variant.name);
    }
  };
  await Promise.all([lane(), lane()]);
});

const suites = ['-f', 'tests/*_test.yaml'];

test('every template has a suite of helm-unittest, and all pass [H005 M034]', async () => {
  const names = async (folder: string, end: RegExp) =>
    (await readdir(path.join(chart.folder, folder)))
      .filter(name => end.test(name))
      .map(name => name.replace(end, ''))
      .sort();
  const tested = await names('tests', /_test\.yaml$/);
  const templates = [
    ...(await names('templates', /(?<!^_.*)\.yaml$/)),
    ...(await names('templates/tests', /\.yaml$/)),
  ];
  assert.deepEqual(
    templates.filter(name => !tested.includes(name)),
    [],
  );
  const said = await chart.run('helm-unittest', [...suites, chart.folder]);
  assert.match(said, /Test Suites: (\d+) passed, \1 total/);
  // a snapshot that is missing is written, and passes: all of them have to be there
  assert.match(said, /Snapshot: +(\d\d) passed, \1 total/);
});

test('the suites notice when a template changes', async t => {
  const own = await StampedChart.of(staging);
  t.after(() => own.dispose());
  for (const [file, from, to] of [
    ['migration-job.yaml', 'before-hook-creation', 'hook-succeeded'],
    ['services.yaml', 'type: ClusterIP', 'type: NodePort'],
    ['pdb.yaml', 'maxUnavailable:', 'minAvailable:'],
  ]) {
    const name = path.join(own.folder, 'templates', file);
    const text = await readFile(name, 'utf8');
    await writeFile(name, text.replace(from, to));
    await assert.rejects(
      own.run('helm-unittest', [...suites, own.folder]),
      // its own suite, and the snapshot of the defaults
      /Test Suites: 2 failed/,
      file,
    );
    await writeFile(name, text);
  }
  // and a default that no template's suite looks at
  const values = path.join(own.folder, 'values.yaml');
  const text = await readFile(values, 'utf8');
  await writeFile(
    values,
    text.replace(
      'progressDeadlineSeconds: 600',
      'progressDeadlineSeconds: 601',
    ),
  );
  await assert.rejects(
    own.run('helm-unittest', [...suites, own.folder]),
    /Test Suites: 1 failed[\s\S]*Snapshot: +[1-9]\d* failed/,
  );
});

/** kube-score knows no Rollout: it is judged as the Deployment whose pods it has. */
const asDeployments = (text: string) =>
  text
    .replaceAll('kind: Rollout', 'kind: Deployment')
    .replaceAll('argoproj.io/v1alpha1', 'apps/v1');

interface Scored {
  object_name: string;
  checks: { check: { id: string }; grade: number; skipped: boolean }[];
}
const GRADE_OK = 10;

test('kube-score finds nothing but what was looked at and is meant', async t => {
  const found = new Map<string, Set<string>>();
  for (const variant of [staging, production]) {
    const own = await StampedChart.of(variant);
    t.after(() => own.dispose());
    const file = path.join(own.repository, 'rendered.yaml');
    const from = await own.render();
    const text = from.map(one => stringify(one)).join('---\n');
    await writeFile(file, asDeployments(text));
    const scored = parse(
      await own.run('kube-score', [
        ...['score', '--kubernetes-version', 'v1.32'],
        ...['--output-format', 'json', '--exit-one-on-warning=false'],
        ...[...Object.keys(toleratedFaults)].flatMap(id => [
          '--ignore-test',
          id,
        ]),
        file,
      ]),
    ) as Scored[];
    for (const { object_name: name, checks } of scored)
      for (const { check, grade, skipped } of checks)
        if (!skipped && grade < GRADE_OK)
          found.set(check.id, (found.get(check.id) ?? new Set()).add(name));
  }
  assert.deepEqual([...found], []);
});

test('each tolerated fault is one that kube-score would still find', async t => {
  const own = await StampedChart.of(production);
  t.after(() => own.dispose());
  const file = path.join(own.repository, 'rendered.yaml');
  const from = await own.render();
  const text = from.map(one => stringify(one)).join('---\n');
  await writeFile(file, asDeployments(text));
  // it ends with 1 when it finds something, which is what is expected here
  const said = await own
    .run('kube-score', [
      ...['score', '--kubernetes-version', 'v1.32', '-o', 'json', file],
    ])
    .then(
      () => '[]',
      error => (error as { output: string }).output,
    );
  const failing = new Set(
    (parse(said) as Scored[]).flatMap(({ checks }) =>
      checks
        .filter(({ grade, skipped }) => !skipped && grade < GRADE_OK)
        .map(({ check }) => check.id),
    ),
  );
  assert.deepEqual([...failing].sort(), Object.keys(toleratedFaults).sort());
});
