import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  certificateArn,
  namesOf,
  StampedChart,
} from '../chart/StampedChart.ts';
import { production, staging } from '../repository/matrix.ts';

const charts = 'infrastructure/helm/sovd-webapp';
let chart: StampedChart;
let live: StampedChart;
let schema: Record<string, never>;
before(async () => {
  [chart, live] = await Promise.all([staging, production].map(StampedChart.of));
  const file = path.join(live.folder, 'values.schema.json');
  schema = JSON.parse(await readFile(file, 'utf8'));
});
after(() => Promise.all([chart.dispose(), live.dispose()]));

test('the chart lies where the seeds want it, with their files [H001 H004 H022]', async () => {
  for (const file of [
    ...['Chart.yaml', 'values.yaml', 'values-production.yaml', 'README.md'],
    ...[
      'backend-deployment',
      'frontend-deployment',
      'vehicle-connector-deployment',
      'services',
      'ingress',
      'configmap',
      'secrets',
      'hpa',
    ].map(name => `templates/${name}.yaml`),
    'templates/_helpers.tpl',
  ])
    await access(path.join(live.folder, file));
});

test('Chart.yaml says what the seeds ask of it [H103]', async () => {
  const { kubeVersion, description, ...said } = await live.read(
    `${charts}/Chart.yaml`,
  );
  assert.deepEqual(said, {
    apiVersion: 'v2',
    name: 'sovd-webapp',
    type: 'application',
    version: '1.0.0',
    appVersion: '1.0.0',
    keywords: ['sovd', 'automotive', 'vehicle-diagnostics'],
    maintainers: [{ name: 'SOVD Team' }],
  });
  assert.equal(kubeVersion, '>=1.33.0-0');
  assert.ok(description.length > 20);
});

test('every kind of object is rendered [H003 H037]', async () => {
  const from = await live.render();
  const kinds = [...new Set(from.map(({ kind }) => kind))].sort();
  assert.deepEqual(kinds, [
    ...['AnalysisTemplate', 'ConfigMap', 'Deployment'],
    ...['HorizontalPodAutoscaler', 'Ingress', 'Job', 'NetworkPolicy', 'Pod'],
    ...['PodDisruptionBudget', 'PrometheusRule', 'Rollout', 'Service'],
    ...['ServiceAccount', 'ServiceMonitor'],
  ]);
  const names = namesOf(await chart.defaults(), 'Secret');
  assert.deepEqual(names, ['fleet-staging-secrets']);
});

/** `true` where the schema knows a value at the path. */
const isKnown = (name: string) =>
  name.split('.').reduce<unknown>((node, key) => {
    const { $ref, properties } = (node ?? {}) as {
      $ref?: string;
      properties?: Record<string, unknown>;
    };
    if (!$ref) return properties?.[key];
    const definitions = schema.definitions as Record<
      string,
      { properties?: Record<string, unknown> }
    >;
    return definitions[$ref.replace('#/definitions/', '')].properties?.[key];
  }, schema) !== undefined;

test('the schema has the seeds’ hierarchy of values [H063 H099 H100 H101]', () => {
  for (const name of [
    ...['global.namespace', 'global.domain'],
    ...['backend.image.repository', 'backend.image.tag', 'backend.resources'],
    ...['frontend.image.tag', 'frontend.replicaCount', 'backend.replicaCount'],
    ...['hpa.enabled', 'hpa.minReplicas', 'hpa.maxReplicas'],
    ...['hpa.targetCPUUtilizationPercentage', 'vehicleConnector.enabled'],
    ...['ingress.enabled', 'ingress.className', 'ingress.annotations'],
    ...['ingress.hosts', 'ingress.tls', 'deployment.strategy.type'],
    'deployment.strategy.rollingUpdate.maxSurge',
    'deployment.strategy.rollingUpdate.maxUnavailable',
  ])
    assert.ok(isKnown(name), name);
  assert.ok(!isKnown('backend.replicas'));
});

test('no object of the schema takes a value that it doesn’t know [H099]', () => {
  const open: string[] = [];
  const walk = (node: Record<string, unknown>, where: string) => {
    if (node.properties && node.additionalProperties !== false)
      open.push(where);
    for (const [key, value] of Object.entries(node))
      if (value && typeof value === 'object' && !/^(if|then)$/.test(key))
        walk(value as Record<string, unknown>, `${where}/${key}`);
  };
  walk(schema, '');
  assert.deepEqual(
    open.filter(where => !where.endsWith('/properties')),
    [],
  );
});

test('the defaults are the seeds’: placeholder repositories and the tag latest [H111]', async () => {
  const values = await chart.read(`${charts}/values.yaml`);
  assert.deepEqual(
    ['backend', 'frontend'].map(name => [
      values[name].image.repository,
      values[name].image.tag,
    ]),
    [
      ['YOUR_ECR_REGISTRY/sovd-backend', 'latest'],
      ['YOUR_ECR_REGISTRY/sovd-frontend', 'latest'],
    ],
  );
});

const mega = (quantity: string) =>
  Number.parseFloat(quantity) * (quantity.endsWith('Gi') ? 1024 : 1);
const milli = (quantity: string) =>
  Number.parseFloat(quantity) * (quantity.endsWith('m') ? 1 : 1000);

test('production has a version, more resources, its host and redirects to HTTPS [H043 H102]', async () => {
  const [defaults, values] = await Promise.all(
    ['values.yaml', 'values-production.yaml'].map(file =>
      live.read(`${charts}/${file}`),
    ),
  );
  assert.equal(values.backend.image.tag, 'v1.0.0');
  assert.match(values.backend.image.repository, /\.amazonaws\.com\//);
  assert.equal(values.backend.replicaCount, 5);
  assert.deepEqual(values.backend.resources.requests, {
    cpu: '500m',
    memory: '512Mi',
  });
  const { limits } = values.backend.resources;
  assert.ok(milli(limits.cpu) > milli(defaults.backend.resources.limits.cpu));
  assert.ok(
    mega(limits.memory) > mega(defaults.backend.resources.limits.memory),
  );
  assert.deepEqual(values.ingress.hosts, [{ host: production.answers.domain }]);
  const prefix = 'alb.ingress.kubernetes.io';
  assert.equal(values.ingress.annotations[`${prefix}/ssl-redirect`], '443');
});

test('one command deploys production from that file and what provisioning gave [H017 H023 H088]', async () => {
  const file = path.join(live.folder, 'values-production.yaml');
  const options = ['--namespace', live.release, '--values', file];
  const given = {
    config: { database: { host: 'db.example.com' } },
    ingress: {
      annotations: {
        'alb.ingress.kubernetes.io/certificate-arn': certificateArn,
      },
    },
  };
  const text = await live.text(options, given);
  assert.match(text, /kind: Rollout/);
  assert.ok(text.includes(`certificate-arn: ${certificateArn}`));
  assert.equal(
    (await live.read('infrastructure/k8s/bootstrap/production/namespace.yaml'))
      .metadata.name,
    live.release,
  );
  await assert.rejects(
    live.text(['--namespace', 'default', '--values', file]),
    /global\.namespace is "fleet-production", but the release goes to "default"/,
  );
});

test('production refuses the tag latest and the placeholder’s registry [H111]', async () => {
  const image = { tag: 'latest', digest: '' };
  await assert.rejects(
    live.render({ backend: { image } }),
    /backend\.image\.tag is "latest" in the tier "production"/,
  );
  const repository = 'YOUR_ECR_REGISTRY/sovd-backend';
  await assert.rejects(
    live.render({ backend: { image: { repository } } }),
    /backend\.image\.repository is the placeholder/,
  );
});
