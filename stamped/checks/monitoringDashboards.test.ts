import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readExpression } from '../monitoring/readExpression.ts';
import {
  StampedMonitoring,
  type Dashboard,
} from '../monitoring/StampedMonitoring.ts';

let monitoring: StampedMonitoring;
let dashboards: [string, Dashboard][];
before(async () => {
  monitoring = await StampedMonitoring.stamp();
  dashboards = await monitoring.dashboards();
});
after(() => monitoring.dispose());

test('there are three, by these names [H066 R046]', () => {
  assert.deepEqual(
    dashboards.map(([file, { uid, title }]) => [file, uid, title]),
    [
      ['commands.json', 'sovd-commands', 'Commands Dashboard'],
      ['operations.json', 'sovd-operations', 'Operations Dashboard'],
      ['vehicles.json', 'sovd-vehicles', 'Vehicles Dashboard'],
    ],
  );
});

test('the Operations Dashboard shows the share of errors [H066]', () => {
  const [, operations] = dashboards[1];
  const [panel] = operations.panels.filter(
    ({ title }) => title === 'Error rate',
  );
  assert.match(panel.targets[0].expr, /status=~"5\.\."/);
  assert.match(panel.description, /below 1 %.*Above 5 %/);
});

test('each panel asks the chosen Prometheus for the chosen namespace, and says what is normal [R046]', () => {
  for (const [file, { panels, templating }] of dashboards) {
    assert.deepEqual(
      templating.list.map(({ name }) => name),
      ['datasource', 'namespace'],
    );
    const ids = panels.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, file);
    for (const { title, description, targets } of panels) {
      assert.ok(description.length > 10, `${file}: ${title}`);
      assert.ok(targets.length > 0, `${file}: ${title}`);
      for (const { expr, datasource } of targets) {
        assert.equal(datasource.uid, '${datasource}');
        for (const [, labels] of expr.matchAll(/\{([^}]*)\}/g))
          assert.match(labels, /namespace="\$namespace"/, `${file}: ${title}`);
      }
    }
  }
});

test('each query of dashboards and rules can be read [R046]', async () => {
  const expressions = await monitoring.expressions();
  assert.ok(expressions.length >= 50, `only ${expressions.length}`);
  for (const [where, expr] of expressions)
    assert.equal(readExpression(expr).unreadable, undefined, where);
});

test('a query that can’t be read is found', () => {
  for (const broken of ['sum(rate(x[5m))', 'topk(5, x', 'x{a=b}', 'by (x) sum'])
    assert.notEqual(readExpression(broken).unreadable, undefined, broken);
});

test('Grafana finds Prometheus and the dashboards by itself, and Prometheus the application [R024 R046]', async () => {
  const { datasources } = await monitoring.read(
    'grafana/provisioning/datasources/prometheus.yaml',
  );
  assert.deepEqual(
    [datasources.length, datasources[0].type, datasources[0].url],
    [1, 'prometheus', 'http://prometheus:9090'],
  );
  const { providers } = await monitoring.read(
    'grafana/provisioning/dashboards/sovd.yaml',
  );
  assert.equal(providers[0].options.path, '/var/lib/grafana/dashboards');
  const { scrape_configs: jobs, rule_files: rules } = await monitoring.read(
    'prometheus/prometheus.yml',
  );
  assert.deepEqual(rules, ['rules/*.yml']);
  // the path is /metrics where none is given
  assert.deepEqual(
    jobs.map(
      (job: { job_name: string; static_configs: [{ targets: [string] }] }) => [
        job.job_name,
        job.static_configs[0].targets[0],
      ],
    ),
    [
      ['backend', 'backend:8000'],
      ['vehicle-connector', 'vehicle-connector:9464'],
    ],
  );
});
