import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Kubectl } from '../../src/kubernetes/Kubectl.ts';
import { eventually, settings, uniqueName } from '../sandbox.ts';

interface ContainerStatus {
  imageID: string;
  ready: boolean;
  state: { waiting?: { reason: string } };
  lastState?: { terminated?: { exitCode: number; message: string } };
}

interface Pod {
  metadata: { labels: { fate: string } };
  spec: { nodeName: string };
  status: { phase: string; containerStatuses?: ContainerStatus[] };
}

const kubectl = new Kubectl(settings);
const namespace = uniqueName('pods');
const digest = `sha256:${'a'.repeat(64)}`;

function deployment(
  fate: string,
  replicas: number,
  component = 'backend',
): object {
  const name = component === 'backend' ? fate : `${fate}-of-${component}`;
  const labels = { fate: name, 'app.kubernetes.io/component': component };
  const image = `localhost:15000/sovd/shop-backend:v1-${fate}@${digest}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'backend', image }],
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: { matchLabels: labels },
            },
          ],
        },
      },
    },
  };
}

async function pods(fate: string): Promise<Pod[]> {
  const list = await kubectl.json<{ items: Pod[] }>([
    ...['get', 'pods', `--namespace=${namespace}`, `--selector=fate=${fate}`],
  ]);
  return list.items;
}

/** The first container of the first pod, once the condition holds. */
function container(
  fate: string,
  condition: (status: ContainerStatus) => boolean,
): Promise<ContainerStatus> {
  return eventually(`a container of ${fate} as wanted`, async () => {
    const [pod] = await pods(fate);
    const status = pod?.status.containerStatuses?.[0];
    return status && condition(status) ? status : undefined;
  });
}

before(async () => {
  await kubectl.run(['create', 'namespace', namespace]);
  await kubectl.apply([
    deployment('good', 3),
    deployment('crash', 1),
    deployment('crash-frontend', 1),
    deployment('crash-frontend', 1, 'frontend'),
    deployment('broken', 1),
    deployment('unready', 1),
  ]);
});

after(() => kubectl.run(['delete', 'namespace', namespace, '--wait=false']));

test('a deployment rolls out over the zones and reports the digest', async () => {
  await kubectl.run([
    ...['rollout', 'status', 'deployment/good', '--timeout=40s'],
    `--namespace=${namespace}`,
  ]);
  const good = await pods('good');
  assert.equal(new Set(good.map(pod => pod.spec.nodeName)).size, 3);
  assert.deepEqual(
    good.map(pod => pod.status.containerStatuses?.[0].imageID),
    Array(3).fill(`localhost:15000/sovd/shop-backend@${digest}`),
  );
});

test('the tag "crash" loops with a last exit code and message', async () => {
  const status = await container(
    'crash',
    ({ state }) => state.waiting?.reason === 'CrashLoopBackOff',
  );
  assert.equal(status.lastState?.terminated?.exitCode, 1);
  assert.match(status.lastState.terminated.message, /DATABASE_URL/);
});

test('the tag "crash-frontend" breaks the frontend alone', async () => {
  await container(
    'crash-frontend-of-frontend',
    ({ state }) => state.waiting?.reason === 'CrashLoopBackOff',
  );
  await container('crash-frontend', ({ ready }) => ready);
});

test('the tag "broken" is never pulled', async () => {
  const status = await container(
    'broken',
    ({ state }) => state.waiting?.reason === 'ImagePullBackOff',
  );
  assert.equal(status.ready, false);
});

test('the tag "unready" runs and says why it is not ready', async () => {
  const event = await eventually('an Unhealthy event', async () => {
    const { items } = await kubectl.json<{ items: { message: string }[] }>([
      ...['get', 'events', `--namespace=${namespace}`],
      '--field-selector=reason=Unhealthy',
    ]);
    return items[0];
  });
  assert.match(event.message, /Readiness probe failed/);
  const [pod] = await pods('unready');
  assert.equal(pod.status.phase, 'Running');
  assert.equal(pod.status.containerStatuses?.[0].ready, false);
});
