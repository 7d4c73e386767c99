import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import {
  certificateArn,
  manifests,
  namesOf,
  pick,
  StampedChart,
} from '../chart/StampedChart.ts';
import { production, staging } from '../repository/matrix.ts';

const alb = 'alb.ingress.kubernetes.io/';
const domain = production.answers.domain as string;
let chart: StampedChart;
let live: StampedChart;
let defaults: Manifest[];
let canary: Manifest[];
before(async () => {
  [chart, live] = await Promise.all([staging, production].map(StampedChart.of));
  [defaults, canary] = await Promise.all([
    chart.defaults({ vehicleConnector: { enabled: true } }),
    live.render({
      ingress: { annotations: { [`${alb}certificate-arn`]: certificateArn } },
    }),
  ]);
});
after(() => Promise.all([chart.dispose(), live.dispose()]));

const annotation = (from: Manifest[], name: string) =>
  pick(from, 'Ingress').metadata.annotations?.[`${alb}${name}`];

test('Services have the names and ports of the seeds, inside the cluster only [H011 H019 H074 H104 H105]', () => {
  const services = defaults.filter(({ kind }) => kind === 'Service');
  assert.deepEqual(
    services.map(service => [
      service.metadata.name,
      at(service, 'spec.type'),
      at(service, 'spec.ports.0.port'),
      at(service, 'spec.ports.0.appProtocol'),
    ]),
    [
      ['backend', 'ClusterIP', 8000, 'http'],
      ['backend-service', 'ClusterIP', 8000, 'http'],
      ['frontend-service', 'ClusterIP', 80, 'http'],
      ['vehicle-connector-service', 'ClusterIP', 50051, 'grpc'],
    ],
  );
  const [main, alias] = services.map(service => at(service, 'spec.selector'));
  assert.deepEqual(alias, main);
});

test('one template holds all Services [H027]', async () => {
  const only = manifests(
    await chart.text(['--show-only', 'templates/services.yaml']),
  );
  assert.deepEqual(
    only.map(({ kind }) => kind),
    ['Service', 'Service', 'Service'],
  );
});

test('the ALB is the only way in, by ingressClassName [H011 H020 H084]', () => {
  const ingress = pick(defaults, 'Ingress');
  assert.equal(at(ingress, 'spec.ingressClassName'), 'alb');
  assert.equal(
    ingress.metadata.annotations?.['kubernetes.io/ingress.class'],
    undefined,
  );
  assert.doesNotMatch(JSON.stringify(defaults), /LoadBalancer|NodePort/);
});

test('/api and /ws go to the backend, and only then / to the frontend [H028]', () => {
  const paths = at(pick(defaults, 'Ingress'), 'spec.rules.0.http.paths') as {
    path: string;
  }[];
  assert.deepEqual(
    paths.map(one => [one.path, at(one, 'backend.service.name')]),
    [
      ['/api', 'backend'],
      ['/ws', 'backend'],
      ['/', 'frontend-service'],
    ],
  );
  assert.match(
    annotation(defaults, 'load-balancer-attributes') ?? '',
    /idle_timeout\.timeout_seconds=3600/,
  );
});

test('annotations of the load balancer are the seeds’ [H039 H085 H086 H087 H089]', () => {
  assert.equal(annotation(defaults, 'scheme'), 'internet-facing');
  assert.equal(annotation(defaults, 'target-type'), 'ip');
  assert.deepEqual(JSON.parse(annotation(defaults, 'listen-ports') ?? ''), [
    { HTTP: 80 },
    { HTTPS: 443 },
  ]);
  assert.equal(annotation(defaults, 'ssl-redirect'), '443');
  const names = Object.keys(
    pick(defaults, 'Ingress').metadata.annotations ?? {},
  );
  assert.ok(names.filter(name => name.startsWith(alb)).length >= 6);
});

test('production takes the certificate that provisioning gave, or lets the controller find one [H088 H112 H115]', async () => {
  assert.match(
    annotation(canary, 'certificate-arn') ?? '',
    /^arn:aws[\w-]*:acm:/,
  );
  assert.deepEqual(at(pick(canary, 'Ingress'), 'spec.tls'), [
    { hosts: [domain] },
  ]);
  assert.equal(at(pick(canary, 'Ingress'), 'spec.rules.0.host'), domain);
  await assert.rejects(
    live.render({ ingress: { certificateDiscovery: false } }),
    /has no alb\.ingress\.kubernetes\.io\/certificate-arn of ACM/,
  );
});

test('hosts of database and cache are those that provisioning gave [H115]', () => {
  const { data } = pick(canary, 'ConfigMap', 'fleet-production-config');
  assert.equal(
    data?.DATABASE_HOST,
    'fleet-staging.abc.us-east-1.rds.amazonaws.com',
  );
  assert.equal(data?.REDIS_HOST, 'fleet-staging.abc.use1.cache.amazonaws.com');
});

test('the load balancer asks for readiness, and lets requests end within 30 s [H049 H050]', () => {
  for (const [name, path] of [
    ['backend', '/health/ready'],
    ['backend-service', '/health/ready'],
    ['frontend-service', '/health'],
  ]) {
    const { annotations } = pick(defaults, 'Service', name).metadata;
    assert.equal(annotations?.[`${alb}healthcheck-path`], path);
    assert.equal(
      annotations?.[`${alb}target-group-attributes`],
      'deregistration_delay.timeout_seconds=30',
    );
  }
});

test('nobody is bound to one pod [H046 R032]', () => {
  for (const from of [defaults, canary])
    assert.doesNotMatch(
      JSON.stringify(from),
      /stickiness\.enabled=true|"sessionAffinity":"ClientIP"/,
    );
});

test('a canary moves the ALB’s traffic: 10, 50, 100 with an analysis after each step [H061 H067]', () => {
  const rollout = pick(canary, 'Rollout');
  const steps = at(rollout, 'spec.strategy.canary.steps') as object[];
  assert.deepEqual(
    steps.map(step => JSON.stringify(step)),
    [
      '{"setWeight":10}',
      '{"pause":{"duration":"5m"}}',
      '{"analysis":{"templates":[{"templateName":"fleet-production-backend"}]}}',
      '{"setWeight":50}',
      '{"pause":{"duration":"10m"}}',
      '{"analysis":{"templates":[{"templateName":"fleet-production-backend"}]}}',
      '{"setWeight":100}',
    ],
  );
  assert.deepEqual(at(rollout, 'spec.strategy.canary.trafficRouting.alb'), {
    ingress: 'fleet-production',
    rootService: 'backend',
    servicePort: 8000,
  });
  for (const name of ['backend-stable', 'backend-canary'])
    assert.ok(namesOf(canary, 'Service').includes(name));
  for (const name of namesOf(canary, 'AnalysisTemplate')) {
    const template = pick(canary, 'AnalysisTemplate', name);
    const metrics = at(template, 'spec.metrics') as {
      successCondition: string;
    }[];
    assert.deepEqual(
      metrics.map(one => one.successCondition),
      [
        'len(result) == 1 && result[0] < 0.01',
        'len(result) == 1 && result[0] < 3',
      ],
    );
  }
});

test('Argo alone writes the weights: the paths to the backend say use-annotation [H061]', () => {
  const ingress = pick(canary, 'Ingress');
  const ports = (at(ingress, 'spec.rules.0.http.paths') as object[]).map(one =>
    at(one, 'backend.service.port.name'),
  );
  assert.deepEqual(ports, ['use-annotation', 'use-annotation', 'http']);
  assert.equal(annotation(canary, 'actions.backend'), undefined);
});
