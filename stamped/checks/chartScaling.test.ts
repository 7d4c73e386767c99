import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { namesOf, pick, StampedChart } from '../chart/StampedChart.ts';
import { matrix, production, staging } from '../repository/matrix.ts';

let chart: StampedChart;
let defaults: Manifest[];
before(async () => {
  chart = await StampedChart.of(staging);
  defaults = await chart.defaults({ vehicleConnector: { enabled: true } });
});
after(() => chart.dispose());

const scaler = (component: string, from = defaults) =>
  pick(from, 'HorizontalPodAutoscaler', `fleet-staging-${component}`);
const boundsOf = (manifest: Manifest) => [
  at(manifest, 'spec.minReplicas'),
  at(manifest, 'spec.maxReplicas'),
];

test('autoscalers of autoscaling/v2 keep 70 % CPU: backend 3 to 10, frontend 2 to 5, connector 2 to 8 [H003 H031 H040 H048 H091 H092 R030]', () => {
  const bounds = {
    backend: [3, 10],
    frontend: [2, 5],
    'vehicle-connector': [2, 8],
  };
  for (const [component, range] of Object.entries(bounds)) {
    const one = scaler(component);
    assert.equal(one.apiVersion, 'autoscaling/v2');
    assert.deepEqual(boundsOf(one), range, component);
    assert.deepEqual(at(one, 'spec.metrics'), [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 70 },
        },
      },
    ]);
  }
});

test('they go up by two pods a minute, down by one and only after 300 s [H047 H093]', () => {
  const behavior = at(scaler('backend'), 'spec.behavior');
  assert.deepEqual(behavior, {
    scaleUp: { policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }] },
    scaleDown: {
      stabilizationWindowSeconds: 300,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
    },
  });
});

test('a first release has three pods although an autoscaler owns the number [H038]', () => {
  assert.equal(
    at(pick(defaults, 'Deployment', 'backend-deployment'), 'spec.replicas'),
    3,
  );
});

test('an upgrade leaves the number to the autoscaler, and says it without one [H038 H100]', async () => {
  const upgrade = ['--is-upgrade', '--show-only'];
  const file = 'templates/backend-deployment.yaml';
  assert.doesNotMatch(await chart.text([...upgrade, file]), /replicas:/);
  const own = { hpa: { enabled: false }, backend: { replicaCount: 4 } };
  assert.match(
    await chart.text([...upgrade, file], own),
    /\n {2}replicas: 4\n/,
  );
  const without = await chart.defaults(own);
  assert.deepEqual(namesOf(without, 'HorizontalPodAutoscaler'), []);
});

test('values decide the autoscaler [H040 H100]', async () => {
  const from = await chart.defaults({
    hpa: { minReplicas: 4, maxReplicas: 6, targetCPUUtilizationPercentage: 55 },
  });
  const one = scaler('backend', from);
  assert.deepEqual(boundsOf(one), [4, 6]);
  assert.equal(
    at(one, 'spec.metrics.0.resource.target.averageUtilization'),
    55,
  );
});

test('production scales from 5 to 20 and 3 to 8 [H031 H048]', async t => {
  const live = await StampedChart.of(production);
  t.after(() => live.dispose());
  const from = await live.render();
  assert.deepEqual(
    ['backend', 'frontend'].map(name =>
      boundsOf(
        pick(from, 'HorizontalPodAutoscaler', `fleet-production-${name}`),
      ),
    ),
    [
      [5, 20],
      [3, 8],
    ],
  );
});

const strategies = matrix.filter(({ name }) =>
  /-cloudformation-.+-pod-identity-/.test(name),
);
for (const variant of strategies) {
  test(`${variant.name}: the backend is a Deployment or a Rollout, never both, and the autoscaler knows which [H061 M018]`, async t => {
    const own = await StampedChart.of(variant);
    t.after(() => own.dispose());
    const from = await own.render();
    const canary = variant.answers.strategy === 'canary';
    const kinds = from
      .filter(({ metadata }) => metadata.name === 'backend-deployment')
      .map(({ kind }) => kind);
    assert.deepEqual(kinds, [canary ? 'Rollout' : 'Deployment']);
    for (const one of from.filter(
      ({ kind }) => kind === 'HorizontalPodAutoscaler',
    )) {
      const target = at(one, 'spec.scaleTargetRef') as {
        kind: string;
        name: string;
        apiVersion: string;
      };
      assert.equal(
        pick(from, target.kind, target.name).apiVersion,
        target.apiVersion,
      );
    }
  });
}

test('Rollout and Deployment have the same pods [H061 M018]', async t => {
  const own = await StampedChart.of(production);
  t.after(() => own.dispose());
  const [canary, rolling] = await Promise.all([
    own.render(),
    own.render({ rollout: { strategy: 'rolling' } }),
  ]);
  assert.deepEqual(
    at(pick(canary, 'Rollout'), 'spec.template'),
    at(pick(rolling, 'Deployment', 'backend-deployment'), 'spec.template'),
  );
});

test('a canary that fails goes back by itself [H061]', async t => {
  const own = await StampedChart.of(production);
  t.after(() => own.dispose());
  const rollout = pick(await own.render(), 'Rollout');
  assert.equal(at(rollout, 'spec.progressDeadlineAbort'), true);
  assert.deepEqual(at(rollout, 'spec.rollbackWindow'), { revisions: 3 });
  assert.deepEqual(at(rollout, 'spec.strategy.canary.analysis'), {
    startingStep: 1,
    templates: [{ templateName: 'fleet-production-backend-background' }],
  });
});
