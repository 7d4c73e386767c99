import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import {
  namesOf,
  pick,
  podsOf,
  StampedChart,
  type Container,
} from '../chart/StampedChart.ts';
import { restrictedFaults } from '../chart/restrictedFaults.ts';
import { matrix, staging } from '../repository/matrix.ts';

let chart: StampedChart;
let connected: Manifest[];
before(async () => {
  chart = await StampedChart.of(staging);
  connected = await chart.defaults({ vehicleConnector: { enabled: true } });
});
after(() => chart.dispose());

const components = ['backend', 'frontend', 'vehicle-connector'];
const workload = (component: string) =>
  pick(connected, 'Deployment', `${component}-deployment`);
const container = (component: string) =>
  at(workload(component), 'spec.template.spec.containers.0') as Container;

/** One per tier, strategy, connector and identity; the engine changes nothing in the chart. */
const variants = matrix.filter(({ name }) => name.includes('-terraform-'));

for (const variant of variants) {
  test(`${variant.name}: all pods keep the Pod Security Standard "restricted" and more [H068]`, async t => {
    const own = await StampedChart.of(variant);
    t.after(() => own.dispose());
    const pods = podsOf(await own.render());
    assert.ok(pods.length >= 4);
    assert.deepEqual(
      pods.flatMap(([name, pod]) =>
        restrictedFaults(pod).map(fault => `${name}: ${fault}`),
      ),
      [],
    );
  });
}

test('the rules of "restricted" find what is missing and what is too much', () => {
  const [[, good]] = podsOf(connected);
  const [first] = good.containers;
  const faults: [object, string][] = [
    [{ hostNetwork: true }, 'hostNetwork'],
    [{ automountServiceAccountToken: undefined }, 'token'],
    [{ securityContext: {} }, 'runAsNonRoot'],
    [{ volumes: [{ name: 'h', hostPath: { path: '/' } }] }, 'hostPath'],
    [{ containers: [{ ...first, securityContext: {} }] }, 'capabilities'],
    [
      {
        containers: [
          {
            ...first,
            securityContext: { ...first.securityContext, privileged: true },
          },
        ],
      },
      'privileged',
    ],
    [
      { initContainers: [{ ...first, securityContext: { runAsUser: 0 } }] },
      'runs as root',
    ],
  ];
  assert.deepEqual(restrictedFaults(good), []);
  for (const [change, word] of faults)
    assert.ok(
      restrictedFaults({ ...good, ...change }).some(fault =>
        fault.includes(word),
      ),
      word,
    );
});

test('pods spread over zones and nodes [H109]', () => {
  for (const name of components)
    assert.deepEqual(
      (
        at(workload(name), 'spec.template.spec.topologySpreadConstraints') as {
          topologyKey: string;
        }[]
      ).map(({ topologyKey }) => topologyKey),
      ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
    );
});

test('pods keep no state: no claim, and no volume but a bounded /tmp [H045]', () => {
  assert.deepEqual(namesOf(connected, 'PersistentVolumeClaim'), []);
  for (const [name, pod] of podsOf(connected))
    for (const volume of pod.volumes ?? [])
      assert.deepEqual(
        volume,
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        name,
      );
  const names = container('backend').env?.map(one => one.name);
  assert.ok(names?.includes('REDIS_URL'));
});

test('a pod that ends serves until the load balancer has let go of it [H050]', () => {
  for (const name of components) {
    const pod = at(workload(name), 'spec.template.spec');
    const grace = at(pod, 'terminationGracePeriodSeconds') as number;
    const stop = at(
      pod,
      'containers.0.lifecycle.preStop.sleep.seconds',
    ) as number;
    assert.ok(grace >= stop + 30, `${name}: ${stop} s of ${grace}`);
  }
});
