import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Answer, serve } from '../__testUtils__/serve.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { SecretsClient } from './SecretsClient.ts';

const GROUP = '/apis/external-secrets.io/v1';

async function connected(t: TestContext, answer: Answer) {
  const { url, calls } = await serve(t, answer);
  const { state } = await testSettings(t);
  const file = await testKubeconfig(path.join(state, 'kubeconfig'), url);
  const asked = () =>
    calls.map(({ method, target }) => `${method} ${target.split('?')[0]}`);
  return { client: new SecretsClient(file), calls, asked };
}

test('a store is the namespace’s own, or the cluster’s', async t => {
  const { client, asked } = await connected(t, () => [200, { spec: {} }]);
  await client.store('fleet', { name: 'aws' });
  await client.store('fleet', { name: 'aws', kind: 'ClusterSecretStore' });
  assert.deepEqual(asked(), [
    `GET ${GROUP}/namespaces/fleet/secretstores/aws`,
    `GET ${GROUP}/clustersecretstores/aws`,
  ]);
});

test('what isn’t there is undefined; another refusal is an error', async t => {
  let status = 404;
  const { client } = await connected(t, () => [status, {}]);
  assert.equal(await client.secret('fleet', 'a'), undefined);
  assert.equal(await client.externalSecret('fleet', 'a'), undefined);
  assert.equal(await client.store('fleet', { name: 'a' }), undefined);
  assert.equal(await client.hasServiceAccount('fleet', 'a'), false);
  status = 200;
  assert.equal(await client.hasServiceAccount('fleet', 'a'), true);
  status = 403;
  await assert.rejects(client.secret('fleet', 'a'), /403/);
});

test('a Secret is applied server-side, as its only manager', async t => {
  const { client, calls } = await connected(t, () => [200, {}]);
  await client.apply({
    ...{ apiVersion: 'v1', kind: 'Secret', data: { a: 'Yg==' } },
    metadata: { name: 'keys', namespace: 'fleet' },
  });
  const [{ method, target, headers }] = calls;
  const url = new URL(target, 'http://localhost');
  assert.equal(method, 'PATCH');
  assert.equal(url.pathname, '/api/v1/namespaces/fleet/secrets/keys');
  assert.equal(url.searchParams.get('fieldManager'), 'external-secrets');
  assert.equal(url.searchParams.get('force'), 'true');
  assert.match(String(headers['content-type']), /apply-patch/);
});

test('a status goes to the object that it is of, if that is still there', async t => {
  const { client, asked, calls } = await connected(t, () => [404, {}]);
  const metadata = { name: 'a', namespace: 'fleet' };
  await client.writeStatus({ metadata, spec: {} }, { refreshTime: 'now' });
  await client.writeStoreStatus({ metadata, spec: {} }, {});
  await client.writeStoreStatus({ metadata: { name: 'a' }, spec: {} }, {});
  assert.deepEqual(asked(), [
    `PATCH ${GROUP}/namespaces/fleet/externalsecrets/a/status`,
    `PATCH ${GROUP}/namespaces/fleet/secretstores/a/status`,
    `PATCH ${GROUP}/clustersecretstores/a/status`,
  ]);
  assert.deepEqual(JSON.parse(calls[0].body), {
    status: { refreshTime: 'now' },
  });
});
