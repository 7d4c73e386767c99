import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { stringify } from 'yaml';
import {
  certificateArn,
  namesOf,
  pick,
  StampedChart,
} from '../chart/StampedChart.ts';
import {
  StampedMonitoring,
  type Dashboard,
  type RuleGroup,
} from '../monitoring/StampedMonitoring.ts';
import { production } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

const certificate = {
  ingress: {
    annotations: {
      'alb.ingress.kubernetes.io/certificate-arn': certificateArn,
    },
  },
};
let chart: StampedChart;
let monitoring: StampedMonitoring;
let live: Manifest[];
let groups: RuleGroup[];
before(async () => {
  [chart, monitoring] = await Promise.all([
    StampedChart.of(production),
    StampedMonitoring.stamp(),
  ]);
  live = await chart.render(certificate);
  groups = at(pick(live, 'PrometheusRule'), 'spec.groups') as RuleGroup[];
});
after(() => Promise.all([chart.dispose(), monitoring.dispose()]));

const own = (text: string) =>
  text.replaceAll('namespace=~".+"', `namespace="${chart.release}"`);

test('a release has the alerts of the one file, for its own namespace', async () => {
  const expected = (await monitoring.groups()).map(({ name, rules }) => ({
    name,
    rules: rules.map(rule => ({
      ...rule,
      expr: own(rule.expr),
      annotations: {
        ...rule.annotations,
        runbook_url: `http://localhost:15930/sovd/fleet/src/branch/main/${rule.annotations.runbook_url}`,
      },
      labels: {
        ...rule.labels,
        namespace: chart.release,
        application: 'fleet',
        environment: 'production',
        tier: 'production',
        email: 'fleet@sovd.dev',
        slack_channel: '#fleet-alerts',
      },
    })),
  }));
  assert.deepEqual(groups, expected);
});

test('promtool accepts the alerts of a release', async () => {
  const file = path.join(chart.repository, 'release-rules.yml');
  await writeFile(file, stringify({ groups }));
  await runProgram(await checkTool('promtool'), ['check', 'rules', file]);
});

test('the copies in the chart are those of infrastructure/docker, and make says so', async () => {
  const files = ['operations', 'commands', 'vehicles'].map(name => [
    `infrastructure/docker/grafana/dashboards/${name}.json`,
    `infrastructure/helm/sovd-webapp/files/dashboards/${name}.json`,
  ]);
  for (const [one, other] of [
    ...files,
    [
      'infrastructure/docker/prometheus/rules/sovd.yml',
      'infrastructure/helm/sovd-webapp/files/rules.yml',
    ],
  ])
    assert.equal(
      await monitoring.text(one),
      await monitoring.text(other),
      'run make sync-monitoring',
    );
  const run = (target: string) =>
    runProgram('make', [target], { cwd: monitoring.repository });
  await run('check-monitoring');
  const copy = files[0][1];
  await writeFile(path.join(monitoring.repository, copy), '{}');
  await assert.rejects(run('check-monitoring'));
  await run('sync-monitoring');
  await run('check-monitoring');
});

test('Prometheus reads /metrics of backend and connector, each pod once [T052 R024]', () => {
  const monitor = pick(live, 'ServiceMonitor');
  assert.deepEqual(at(monitor, 'spec.endpoints'), [
    { port: 'http', path: '/metrics', interval: '30s' },
    { port: 'metrics', path: '/metrics', interval: '30s' },
  ]);
  // alerts ask for the jobs backend and vehicle-connector
  assert.equal(at(monitor, 'spec.jobLabel'), 'app.kubernetes.io/component');
  const names = at(monitor, 'spec.selector.matchExpressions.0.values');
  assert.deepEqual(names, [
    'backend-stable',
    'backend-canary',
    'vehicle-connector-service',
  ]);
  for (const name of names as string[]) {
    const { labels } = pick(live, 'Service', name).metadata;
    assert.equal(labels['sovd.io/service'], name);
    assert.match(
      labels['app.kubernetes.io/component'],
      /^(backend|vehicle-connector)$/,
    );
  }
});

test('Prometheus may reach the port of the metrics through the network policies [T052]', () => {
  for (const [component, port] of [
    ['backend', 8000],
    ['vehicle-connector', 9464],
  ]) {
    const policy = pick(live, 'NetworkPolicy', `${chart.release}-${component}`);
    const rules = at(policy, 'spec.ingress') as object[];
    const allowed = rules.some(
      rule =>
        JSON.stringify(rule).includes(
          '"kubernetes.io/metadata.name":"monitoring"',
        ) && JSON.stringify(rule).includes(`"port":${port}`),
    );
    assert.ok(allowed, `${component}: ${port}`);
  }
});

test('Grafana gets the three dashboards, named by the release [T052 R046]', async () => {
  const map = pick(live, 'ConfigMap', `${chart.release}-dashboards`);
  assert.equal(map.metadata.labels.grafana_dashboard, '1');
  assert.equal(map.metadata.annotations?.grafana_folder, chart.release);
  const files = await monitoring.dashboards();
  assert.deepEqual(
    Object.keys(map.data ?? {}).sort(),
    files.map(([name]) => `${chart.release}-${name}`),
  );
  for (const [name, dashboard] of files) {
    const found = JSON.parse(
      map.data?.[`${chart.release}-${name}`] ?? '',
    ) as Dashboard;
    // Grafana's bound
    assert.ok(found.uid.length <= 40);
    assert.equal(found.uid, dashboard.uid.replace('sovd', chart.release));
    assert.deepEqual(found, {
      ...JSON.parse(
        own(
          JSON.stringify(dashboard).replaceAll(
            'namespace=~\\".+\\"',
            `namespace=\\"${chart.release}\\"`,
          ),
        ),
      ),
      uid: found.uid,
    });
  }
});

test('the runbook says how kube-prometheus-stack does it [T052]', async () => {
  const runbook = await monitoring.text('docs/runbooks/monitoring.md');
  for (const phrase of [
    'kube-prometheus-stack',
    'ServiceMonitor',
    '`/metrics`',
  ])
    assert.ok(runbook.includes(phrase), phrase);
  assert.match(runbook, /infrastructure\/docker\/grafana\/dashboards/);
});

test('without monitoring a release has none of it', async () => {
  const off = { enabled: false };
  const quiet = await chart.render(certificate, {
    monitoring: { serviceMonitor: off, prometheusRule: off, dashboards: off },
  });
  for (const kind of ['ServiceMonitor', 'PrometheusRule'])
    assert.deepEqual(namesOf(quiet, kind), []);
  assert.ok(!namesOf(quiet, 'ConfigMap').some(name => /dashboards/.test(name)));
});
