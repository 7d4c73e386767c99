import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { ProgramError } from '@sovd/sandbox/src/processes/runProgram.ts';
import { stringify } from 'yaml';
import {
  StampedMonitoring,
  type Alert,
} from '../monitoring/StampedMonitoring.ts';

let monitoring: StampedMonitoring;
let alerts: Alert[];
const tests = 'prometheus/tests/sovd.test.yml';
const rules = 'prometheus/rules/sovd.yml';
before(async () => {
  monitoring = await StampedMonitoring.stamp();
  alerts = await monitoring.alerts();
});
after(() => monitoring.dispose());

/** Names of the alerts of a severity. */
const namesOf = (severity: string) =>
  alerts
    .filter(({ labels }) => labels.severity === severity)
    .map(({ alert }) => alert);

const alertOf = (name: string) => {
  const found = alerts.find(({ alert }) => alert === name);
  assert.ok(found, name);
  return found;
};

/** `HighErrorRate` as the heading of its part has it in an address. */
const anchorOf = (alert: string) =>
  alert.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const namesAll = ({ output }: ProgramError) =>
  alerts.every(({ alert }) => output.includes(`alertname: ${alert},`));

test('promtool accepts configuration and rules [R027 R028]', async () => {
  await monitoring.run(
    'promtool',
    'check',
    'config',
    'prometheus/prometheus.yml',
  );
  await monitoring.run('promtool', 'check', 'rules', '--lint-fatal', rules);
});

test('the unit tests of the rules pass [R027 R028 M021]', async () => {
  await monitoring.run('promtool', 'test', 'rules', tests);
});

test('each alert has a case in which it fires and one in which it doesn’t', async () => {
  interface Case {
    alert_rule_test: { alertname: string; exp_alerts: unknown[] }[];
  }
  const cases = ((await monitoring.read(tests)).tests as Case[]).flatMap(
    ({ alert_rule_test: given }) => given,
  );
  for (const { alert } of alerts) {
    const own = cases.filter(({ alertname }) => alertname === alert);
    assert.ok(
      own.some(({ exp_alerts: found }) => found.length > 0),
      alert,
    );
    assert.ok(
      own.some(({ exp_alerts: found }) => found.length === 0),
      alert,
    );
  }
});

test('the unit tests notice each alert that never fires, and each that always does', async () => {
  const copy = path.join(monitoring.repository, 'broken');
  await cp(path.join(monitoring.folder, 'prometheus'), copy, {
    recursive: true,
  });
  for (const expr of ['vector(0) > 1', 'vector(1)']) {
    const broken = alerts.map(alert => ({ ...alert, expr }));
    await writeFile(
      path.join(copy, 'rules/sovd.yml'),
      stringify({ groups: [{ name: 'broken', rules: broken }] }),
    );
    const file = path.join(copy, 'tests/sovd.test.yml');
    const tested = monitoring.run('promtool', 'test', 'rules', file);
    await assert.rejects(tested, namesAll);
  }
});

test('what can’t wait is critical: database, backend, more than 5 % errors [R027]', () => {
  assert.deepEqual(namesOf('critical'), [
    'BackendDown',
    'DatabaseDown',
    'HighErrorRate',
  ]);
  assert.match(
    alertOf('HighErrorRate').expr,
    /status=~"5\.\."[\s\S]* > 0\.05\n$/,
  );
});

test('the rest warns: slow answers, disk and CPU among it [R028 M021]', () => {
  const warnings = namesOf('warning');
  assert.equal(warnings.length, alerts.length - 3);
  for (const name of [
    'HighLatency',
    'LowDiskSpace',
    'HighCpu',
    'RaisedErrorRate',
  ])
    assert.ok(warnings.includes(name), name);
  assert.match(
    alertOf('HighLatency').expr,
    /histogram_quantile\(0\.95,[\s\S]* > 3\n$/,
  );
});

test('each says what it is, and links to its part of the runbook', async () => {
  const runbook = await monitoring.text('docs/runbooks/monitoring.md');
  const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const { alert, annotations } of alerts) {
    assert.deepEqual(
      Object.keys(annotations),
      ['summary', 'description', 'runbook_url'],
      alert,
    );
    const anchor = anchorOf(alert);
    assert.equal(
      annotations.runbook_url,
      `docs/runbooks/monitoring.md#${anchor}`,
    );
    assert.equal(anchors.filter(found => found === anchor).length, 1, alert);
  }
});

test('each asks for the namespaces that the chart narrows', () => {
  for (const { alert, expr } of alerts) {
    const selectors = [...expr.matchAll(/\{([^}]*)\}/g)];
    assert.ok(selectors.length > 0, alert);
    for (const [, labels] of selectors)
      assert.ok(labels.includes('namespace=~".+"'), `${alert}: ${labels}`);
  }
});
