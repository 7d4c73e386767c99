import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Answer, serve } from '../__testUtils__/serve.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { NodeClient } from './NodeClient.ts';

const pod = {
  metadata: { name: 'migration', namespace: 'fleet', uid: 'u' },
  spec: { containers: [{ name: 'migrate' }] },
};

async function connected(t: TestContext, answer: Answer) {
  const { url, calls } = await serve(t, answer);
  const { state } = await testSettings(t);
  const file = await testKubeconfig(path.join(state, 'kubeconfig'), url);
  return { client: new NodeClient(file, 'jobs'), calls };
}

test('what isn’t there is undefined; what isn’t allowed is an error', async t => {
  const { client } = await connected(t, ({ target }) => {
    if (target.endsWith('/secrets/known'))
      return [200, { data: { a: 'Yg==' } }];
    return target.includes('configmaps') ? [403, {}] : [404, {}];
  });
  const reader = client.reader('fleet');
  assert.deepEqual((await reader.secret('known'))?.data, { a: 'Yg==' });
  assert.equal(await reader.secret('unknown'), undefined);
  await assert.rejects(async () => reader.configMap('any'), /403/);
});

test('a status is written until the API server takes it, for this very pod', async t => {
  let refusals = 2;
  const { client, calls } = await connected(t, () => {
    refusals -= 1;
    return refusals >= 0 ? [503, {}] : [200, {}];
  });
  await client.writeStatus(pod, { phase: 'Running' });
  assert.equal(calls.length, 3);
  const [{ method, target, headers, body }] = calls;
  assert.equal(method, 'PATCH');
  assert.equal(target, '/api/v1/namespaces/fleet/pods/migration/status');
  assert.equal(
    headers['content-type'],
    'application/strategic-merge-patch+json',
  );
  assert.deepEqual(JSON.parse(body), {
    metadata: { uid: 'u' },
    status: { phase: 'Running' },
  });
});

test('the status of a pod that is gone is let go; a wrong one is an error', async t => {
  let status = 404;
  const { client, calls } = await connected(t, () => [status, {}]);
  await client.writeStatus(pod, {});
  status = 409;
  await client.writeStatus(pod, {});
  status = 422;
  await assert.rejects(client.writeStatus(pod, {}));
  assert.equal(calls.length, 3);
});

test('only this pod is deleted for good, not a later one of its name', async t => {
  let status = 200;
  const { client, calls } = await connected(t, () => [status, {}]);
  await client.finalizeDelete(pod);
  assert.deepEqual(JSON.parse(calls[0].body), {
    gracePeriodSeconds: 0,
    preconditions: { uid: 'u' },
  });
  status = 409;
  await client.finalizeDelete(pod);
  status = 500;
  await assert.rejects(client.finalizeDelete(pod));
});

test('an event that isn’t taken fails nobody', async t => {
  const { client, calls } = await connected(t, () => [500, {}]);
  await client.event(pod, 'Warning', 'Failed', 'why');
  const event = JSON.parse(calls[0].body) as {
    involvedObject: { uid: string; fieldPath: string };
    source: { host: string };
  };
  assert.equal(event.involvedObject.uid, 'u');
  assert.equal(event.involvedObject.fieldPath, 'spec.containers{migrate}');
  assert.equal(event.source.host, 'jobs');
});
