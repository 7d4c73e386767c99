import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  at,
  deployed,
  type Manifest,
} from '@sovd/templates/tests/HelmFixture.ts';
import {
  namesOf,
  pick,
  podsOf,
  StampedChart,
  type Container,
} from '../chart/StampedChart.ts';
import { staging } from '../repository/matrix.ts';

let chart: StampedChart;
let defaults: Manifest[];
let connected: Manifest[];
let released: Manifest[];
before(async () => {
  chart = await StampedChart.of(staging);
  [defaults, connected, released] = await Promise.all([
    chart.defaults(),
    chart.defaults({ vehicleConnector: { enabled: true } }),
    chart.render(),
  ]);
});
after(() => chart.dispose());

const workload = (component: string, from = connected) =>
  pick(from, 'Deployment', `${component}-deployment`);
const container = (component: string, from = connected) =>
  at(workload(component, from), 'spec.template.spec.containers.0') as Container;
const components = ['backend', 'frontend', 'vehicle-connector'];

test('three workloads with their seed names and 3, 3 and 2 pods [H002 H018 H024 H025]', () => {
  assert.deepEqual(
    components.map(name => [name, at(workload(name), 'spec.replicas')]),
    [
      ['backend', 3],
      ['frontend', 3],
      ['vehicle-connector', 2],
    ],
  );
});

test('every container is asked for its health and has requests and limits [H002 H081 H110]', () => {
  for (const [name, pod] of podsOf(connected)) {
    for (const one of [...pod.containers, ...(pod.initContainers ?? [])]) {
      for (const bound of ['requests', 'limits'] as const)
        assert.deepEqual(
          Object.keys(one.resources?.[bound] ?? {}).sort(),
          ['cpu', 'memory'],
          `${name}: ${bound}`,
        );
      if (!name.startsWith('Deployment ')) continue;
      assert.ok(one.livenessProbe, `${name}: liveness`);
      assert.ok(one.readinessProbe, `${name}: readiness`);
    }
  }
});

test('backend and frontend ask for what the seeds name [H032 H033]', () => {
  assert.deepEqual(container('backend').resources, {
    requests: { cpu: '250m', memory: '256Mi' },
    limits: { cpu: '500m', memory: '512Mi' },
  });
  assert.deepEqual(container('frontend').resources, {
    requests: { cpu: '100m', memory: '64Mi' },
    limits: { cpu: '200m', memory: '128Mi' },
  });
});

test('the backend’s probes have the seeds’ paths and numbers [H024 H090 H114]', () => {
  const rhythm = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
  const { livenessProbe, readinessProbe, ...backend } = container('backend');
  assert.deepEqual(livenessProbe, {
    httpGet: { path: '/health/live', port: 'http' },
    initialDelaySeconds: 40,
    ...rhythm,
  });
  assert.deepEqual(readinessProbe, {
    httpGet: { path: '/health/ready', port: 'http' },
    initialDelaySeconds: 30,
    ...rhythm,
  });
  assert.deepEqual(backend.ports, [{ name: 'http', containerPort: 8000 }]);
});

test('backend and connector run as 1001, the frontend’s nginx as 101 [H068]', () => {
  assert.deepEqual(
    components.map(name =>
      at(workload(name), 'spec.template.spec.securityContext.runAsUser'),
    ),
    [1001, 101, 1001],
  );
});

test('the connector is the backend’s image with another command, asked by gRPC [H026 H104]', () => {
  const connector = container('vehicle-connector');
  assert.equal(connector.image, container('backend').image);
  assert.deepEqual(connector.command, [
    'python',
    '-m',
    'app.vehicle_connector',
  ]);
  assert.equal(container('backend').command, undefined);
  assert.deepEqual(at(connector, 'readinessProbe.grpc'), { port: 50051 });
  assert.deepEqual(at(connector, 'livenessProbe.grpc'), { port: 50051 });
});

test('the connector is off by default and leaves nothing behind [H094]', () => {
  const own = ({ metadata, kind }: Manifest) =>
    `${kind} ${metadata.name}`.includes('vehicle-connector');
  assert.deepEqual(defaults.filter(own), []);
  assert.deepEqual(
    connected
      .filter(own)
      .map(({ kind }) => kind)
      .sort(),
    ['Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Service'],
  );
});

test('every reference of a pod to configuration leads to an object or to the Secret of the bootstrap [H024]', () => {
  const configs = namesOf(released, 'ConfigMap');
  for (const [name, pod] of podsOf(released)) {
    const text = JSON.stringify(pod);
    for (const [, config] of text.matchAll(
      /"configMapRef":\{"name":"([^"]+)"/g,
    ))
      assert.ok(configs.includes(config), `${name}: ${config}`);
    for (const [, secret] of text.matchAll(
      /"secretKeyRef":\{"name":"([^"]+)"/g,
    ))
      assert.equal(secret, 'sovd-webapp-secrets', name);
  }
});

test('images come from values: repository, tag and digest [H062 H083 H106]', async () => {
  assert.equal(
    container('backend', released).image,
    `${deployed.backend.image.repository}:${deployed.backend.image.tag}@${deployed.backend.image.digest}`,
  );
  const sha = '0123456789abcdef0123456789abcdef01234567';
  const from = await chart.defaults({
    backend: { image: { repository: 'registry.example.com/b', tag: sha } },
    frontend: { image: { tag: sha } },
  });
  assert.equal(
    container('backend', from).image,
    `registry.example.com/b:${sha}`,
  );
  assert.equal(
    container('frontend', from).image,
    `YOUR_ECR_REGISTRY/sovd-frontend:${sha}`,
  );
});

test('a new version replaces pods one by one, without a gap [H063 H108]', async () => {
  for (const name of components)
    assert.deepEqual(at(workload(name), 'spec.strategy'), {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  const text = await chart.text([
    ...['--set', 'deployment.strategy.type=RollingUpdate'],
    ...['--set', 'deployment.strategy.rollingUpdate.maxSurge=1'],
    ...['--set', 'deployment.strategy.rollingUpdate.maxUnavailable=1'],
  ]);
  assert.match(text, /maxSurge: 1\n\s+maxUnavailable: 1/);
});
