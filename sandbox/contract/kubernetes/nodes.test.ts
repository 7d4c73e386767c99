import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kubectl } from '../../src/kubernetes/Kubectl.ts';
import { eventually, settings } from '../sandbox.ts';

interface NodeList {
  items: {
    metadata: { labels: Record<string, string> };
    status: { conditions: { type: string; status: string }[] };
  }[];
}

const kubectl = new Kubectl(settings);

test('three simulated nodes in three zones are Ready', async () => {
  const { items } = await kubectl.json<NodeList>([
    ...['get', 'nodes', '--selector=type=kwok'],
  ]);
  const ready = items.filter(node =>
    node.status.conditions.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    ),
  );
  const zones = ready.map(
    node => node.metadata.labels['topology.kubernetes.io/zone'],
  );
  assert.deepEqual(zones, ['us-east-1a', 'us-east-1b', 'us-east-1c']);
});

test('the server and Helm name the pinned versions', async () => {
  const version = await kubectl.json<{ serverVersion: { gitVersion: string } }>(
    ['version'],
  );
  assert.equal(version.serverVersion.gitVersion, 'v1.36.3');
});

test('metrics of the nodes arrive', { timeout: 90_000 }, async () => {
  const usage = await eventually(
    'metrics of three nodes',
    async () => {
      const text = await kubectl
        .run(['get', '--raw', '/apis/metrics.k8s.io/v1beta1/nodes'])
        .catch(() => '{"items":[]}');
      const { items } = JSON.parse(text) as {
        items: { usage: { memory: string } }[];
      };
      return items.length >= 3 ? items : undefined;
    },
    80_000,
  );
  assert.ok(usage.every(item => item.usage.memory !== ''));
});
