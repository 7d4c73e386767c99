import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StampedMonitoring } from '../monitoring/StampedMonitoring.ts';

const file = 'alertmanager/alertmanager.yml';
let monitoring: StampedMonitoring;
before(async () => {
  monitoring = await StampedMonitoring.stamp();
});
after(() => monitoring.dispose());

test('amtool accepts the configuration [R029]', async () => {
  const found = await monitoring.run('amtool', 'check-config', file);
  assert.match(found, /SUCCESS/);
});

const people = { email: 'fleet@example.com', slack_channel: '#fleet' };
const cases: [string, Record<string, string>, string][] = [
  [
    'critical, production, with a pager',
    { severity: 'critical', tier: 'production', pager: 'pagerduty', ...people },
    'pagerduty,slack,email',
  ],
  [
    'critical, production, without a pager',
    { severity: 'critical', tier: 'production', ...people },
    'slack,email',
  ],
  [
    'critical, staging: nobody is woken up',
    { severity: 'critical', tier: 'staging', pager: 'pagerduty', ...people },
    'slack,email',
  ],
  [
    'a warning of production: nobody is woken up',
    { severity: 'warning', tier: 'production', pager: 'pagerduty', ...people },
    'slack,email',
  ],
  [
    'a warning where only an address is given',
    { severity: 'warning', tier: 'staging', email: people.email },
    'email',
  ],
  [
    'a warning where only a channel is given',
    { severity: 'warning', slack_channel: '#fleet' },
    'slack',
  ],
  ['an alert of a developer’s machine', { severity: 'critical' }, 'nobody'],
];
const receiversOf = (labels: Record<string, string>) =>
  monitoring.run(
    'amtool',
    ...['config', 'routes', 'test', `--config.file=${file}`],
    ...Object.entries(labels).map(([label, value]) => `${label}=${value}`),
  );
for (const [name, labels, receivers] of cases) {
  test(`${name}: ${receivers} [R029]`, async () => {
    assert.equal((await receiversOf(labels)).trim(), receivers);
  });
}

test('what is secret is read from files, each in the same Secret [R029]', async () => {
  const { global, receivers } = await monitoring.read(file);
  const folder = '/etc/alertmanager/secrets/receivers';
  const pager = receivers.find(
    ({ name }: { name: string }) => name === 'pagerduty',
  ).pagerduty_configs[0];
  assert.deepEqual(
    [
      global.smtp_auth_password_file,
      global.slack_api_url_file,
      pager.routing_key_file,
    ],
    ['smtp-password', 'slack-url', 'pagerduty-key'].map(
      name => `${folder}/${name}`,
    ),
  );
  const text = await monitoring.text(`infrastructure/docker/${file}`);
  assert.doesNotMatch(
    text,
    /\b(smtp_auth_password|slack_api_url|api_url|routing_key|service_key):/,
  );
  const addOn = await monitoring.text(
    'infrastructure/k8s/addons/values/kube-prometheus-stack.yaml',
  );
  assert.match(addOn, /secrets: \[receivers\]/);
});

test('alerts that go to different people are never sent together', async () => {
  const { route } = await monitoring.read(file);
  for (const label of ['namespace', 'tier', 'email', 'slack_channel'])
    assert.ok(route.group_by.includes(label), label);
});

test('a cause keeps its consequences quiet, within one environment', async () => {
  const { inhibit_rules: rules } = await monitoring.read(file);
  const known = new Set((await monitoring.alerts()).map(({ alert }) => alert));
  assert.equal(rules.length, 2);
  for (const rule of rules) {
    assert.deepEqual(rule.equal, ['namespace']);
    const named = JSON.stringify(rule).match(/[A-Z]\w+(?=[|\\"])/g) ?? [];
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(known.has(name), name);
  }
});
