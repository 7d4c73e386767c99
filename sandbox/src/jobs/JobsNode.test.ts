import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Answer, serve } from '../__testUtils__/serve.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { JobsNode } from './JobsNode.ts';
import { NodeClient } from './NodeClient.ts';

interface NodeStatus {
  readonly status: {
    readonly capacity?: { readonly pods: string };
    readonly addresses?: { readonly type: string; readonly address: string }[];
    readonly daemonEndpoints?: { kubeletEndpoint: { Port: number } };
    readonly conditions?: { readonly type: string; readonly status: string }[];
  };
}

async function nodeAt(t: TestContext, answer: Answer) {
  const { url, calls } = await serve(t, answer);
  const { state } = await testSettings(t);
  const file = await testKubeconfig(path.join(state, 'kubeconfig'), url);
  const node = new JobsNode(new NodeClient(file, 'jobs'), 'jobs');
  const statuses = () =>
    calls
      .filter(({ target }) => target === '/api/v1/nodes/jobs/status')
      .map(({ body }) => (JSON.parse(body) as NodeStatus).status);
  const ready = () =>
    statuses()
      .at(-1)
      ?.conditions?.find(({ type }) => type === 'Ready')?.status;
  return { node, calls, statuses, ready };
}

test('it joins with a taint, a lease and its limits, and leaves as not ready', async t => {
  const { node, calls, statuses, ready } = await nodeAt(t, () => [200, {}]);
  await node.join(6007, 4);
  const [made] = calls;
  assert.equal(`${made.method} ${made.target}`, 'POST /api/v1/nodes');
  const { spec } = JSON.parse(made.body) as { spec: { taints: object[] } };
  assert.deepEqual(spec.taints, [
    { key: 'sandbox/jobs', effect: 'NoSchedule' },
  ]);
  assert.match(calls[1].target, /kube-node-lease\/leases\/jobs$/);
  const [limits] = statuses();
  assert.equal(limits.capacity?.pods, '4');
  assert.equal(limits.daemonEndpoints?.kubeletEndpoint.Port, 6007);
  assert.deepEqual(limits.addresses?.[0], {
    type: 'InternalIP',
    address: '127.0.0.1',
  });
  assert.equal(ready(), 'True');
  await node.leave();
  assert.equal(ready(), 'False');
});

test('a node that is known already, and a lease that is not, stop nothing', async t => {
  const { node, calls, ready } = await nodeAt(t, ({ method, target }) => {
    if (method === 'POST' && target === '/api/v1/nodes') return [409, {}];
    return method === 'PATCH' && target.includes('/leases/')
      ? [404, {}]
      : [200, {}];
  });
  await node.join(6007, 4);
  assert.equal(ready(), 'True');
  const lease = calls.find(
    ({ method, target }) => method === 'POST' && target.endsWith('/leases'),
  );
  const { spec } = JSON.parse(lease?.body ?? '{}') as {
    spec: { holderIdentity: string; leaseDurationSeconds: number };
  };
  assert.equal(spec.holderIdentity, 'jobs');
  assert.ok(spec.leaseDurationSeconds > 10);
  await node.leave();
});

test('who may not make a node doesn’t join', async t => {
  const { node } = await nodeAt(t, () => [403, {}]);
  await assert.rejects(node.join(6007, 4), /403/);
});
