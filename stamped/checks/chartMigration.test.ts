import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { pick, StampedChart, type Container } from '../chart/StampedChart.ts';
import { staging } from '../repository/matrix.ts';

let chart: StampedChart;
let job: Manifest;
let defaults: Manifest[];
let one: Container;
before(async () => {
  chart = await StampedChart.of(staging);
  defaults = await chart.defaults();
  job = pick(defaults, 'Job');
  one = at(job, 'spec.template.spec.containers.0') as Container;
});
after(() => chart.dispose());

const variable = (name: string) => one.env?.find(each => each.name === name);
const read = (file: string) =>
  readFile(path.join(chart.repository, file), 'utf8');

test('the Job runs the migration’s entry point, which upgrades to the head [M002 M025]', async () => {
  assert.deepEqual(one.command, ['python', '-m', 'app.migrate']);
  assert.equal(one.workingDir, '/app');
  assert.match(
    await read('backend/app/migrate.py'),
    /command\.upgrade\(|alembic.*upgrade/,
  );
});

test('the Job has the backend’s image and the password of the Secret [M003 M027 M051]', () => {
  const backend = at(
    pick(defaults, 'Deployment', 'backend-deployment'),
    'spec.template.spec.containers.0',
  ) as Container;
  assert.equal(one.image, backend.image);
  assert.deepEqual(variable('DATABASE_PASSWORD')?.valueFrom, {
    secretKeyRef: { name: 'fleet-staging-secrets', key: 'database-password' },
  });
});

test('the address is composed by the helper, after the password that it needs [M027 M029]', () => {
  const names = one.env?.map(({ name }) => name) ?? [];
  assert.ok(names.indexOf('DATABASE_PASSWORD') < names.indexOf('DATABASE_URL'));
  assert.equal(
    variable('DATABASE_URL')?.value,
    'postgresql+asyncpg://sovd_user:$(DATABASE_PASSWORD)@db:5432/sovd?ssl=disable',
  );
});

test('the whole address comes from the Secret where that is asked for [M051]', async () => {
  const from = await chart.defaults({
    secrets: { mode: 'existing', useDatabaseUrlKey: true },
  });
  const env = at(
    pick(from, 'Job'),
    'spec.template.spec.containers.0.env',
  ) as Required<Container>['env'];
  const url = env.find(({ name }) => name === 'DATABASE_URL');
  assert.deepEqual(url?.valueFrom, {
    secretKeyRef: { name: 'fleet-staging-secrets', key: 'database-url' },
  });
});

test('the Job is a hook of install and upgrade, kept until the next one [M004 M008 M035 M036]', () => {
  const { annotations } = job.metadata;
  const events = annotations?.['helm.sh/hook'].split(',');
  assert.deepEqual(events, ['pre-install', 'pre-upgrade']);
  assert.equal(annotations?.['helm.sh/hook-weight'], '-5');
  assert.equal(
    annotations?.['helm.sh/hook-delete-policy'],
    'before-hook-creation',
  );
  assert.equal(
    annotations?.['helm.sh/hook-output-log-policy'],
    'hook-failed,hook-succeeded',
  );
});

test('it is tried four times within 600 s and never twice at a time [M009 M042]', () => {
  assert.equal(at(job, 'spec.template.spec.restartPolicy'), 'OnFailure');
  assert.equal(at(job, 'spec.backoffLimit'), 3);
  assert.equal(at(job, 'spec.activeDeadlineSeconds'), 600);
  assert.equal(at(job, 'spec.podReplacementPolicy'), 'Failed');
});

test('it runs as 1001 on a read-only root, within its bounds [M032 M038 M044 M045]', () => {
  assert.equal(at(job, 'spec.template.spec.securityContext.runAsUser'), 1001);
  assert.equal(one.securityContext?.readOnlyRootFilesystem, true);
  assert.deepEqual(one.volumeMounts, [{ name: 'tmp', mountPath: '/tmp' }]);
  assert.deepEqual(one.resources, {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '250m', memory: '256Mi' },
  });
  assert.equal(variable('PYTHONPATH')?.value, '/app');
  assert.equal(variable('PYTHONUNBUFFERED')?.value, '1');
});

test('its name, labels and helpers are those that the chart shares [M028]', async () => {
  assert.equal(job.metadata.name, 'fleet-staging-migration');
  assert.equal(job.metadata.labels['app.kubernetes.io/component'], 'migration');
  const helpers = (
    await Promise.all(
      ['_helpers.tpl', '_env.tpl'].map(file =>
        readFile(path.join(chart.folder, 'templates', file), 'utf8'),
      ),
    )
  ).join('\n');
  for (const name of [
    'fullname',
    'labels',
    'selectorLabels',
    'backend.image',
    'backend.labels',
    'databaseUrl',
  ])
    assert.ok(helpers.includes(`define "sovd-webapp.${name}"`), name);
});

test('the database’s address consists of values that the schema requires [M031]', async () => {
  const schema = JSON.parse(
    await readFile(path.join(chart.folder, 'values.schema.json'), 'utf8'),
  );
  const { required, properties } = schema.properties.config.properties.database;
  for (const name of ['host', 'port', 'name', 'user']) {
    assert.ok(required.includes(name), name);
    assert.ok(properties[name], name);
  }
});

test('no file of the repository holds a real address of a database [M040]', async () => {
  const files = ['backend/alembic.ini', 'backend/app/config.py'];
  for (const file of files)
    assert.doesNotMatch(
      await read(file),
      /postgresql(\+\w+)?:\/\/\w+:[^@$\s]+@[\w.-]+\.amazonaws\.com/,
    );
  const { env = [] } = one;
  assert.ok(
    env.every(({ value = '' }) => !/:\/\/\w+:(?!\$\()[^@]+@/.test(value)),
  );
});
