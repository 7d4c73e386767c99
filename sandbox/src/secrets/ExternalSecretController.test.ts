import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { FakeCluster } from '../__testUtils__/FakeCluster.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { until } from '../__testUtils__/until.ts';
import type { Condition, ExternalSecret } from './ExternalSecret.ts';
import { ExternalSecretController } from './ExternalSecretController.ts';
import { SecretsClient } from './SecretsClient.ts';
import { SyncError } from './SyncError.ts';

const GROUP = '/apis/external-secrets.io/v1';
const LIST = `${GROUP}/externalsecrets`;
const OBJECT = `${GROUP}/namespaces/fleet/externalsecrets/keys`;
const STORE = `${GROUP}/namespaces/fleet/secretstores/aws`;
const SECRETS = '/api/v1/secrets';
const SECRET = '/api/v1/namespaces/fleet/secrets/keys';
const aws = { service: 'SecretsManager', region: 'eu-west-1' };

const external = (generation: number, more: object = {}): ExternalSecret => ({
  metadata: {
    ...{ name: 'keys', namespace: 'fleet', uid: 'u', generation },
    resourceVersion: String(generation),
  },
  spec: {
    refreshInterval: '0',
    secretStoreRef: { name: 'aws' },
    data: [{ secretKey: 'password', remoteRef: { key: 'a' } }],
    ...more,
  },
});

async function controlled(t: TestContext, read: () => string, spec = {}) {
  const { state } = await testSettings(t);
  const lists = { [LIST]: [external(1, spec)], [SECRETS]: [] };
  const cluster = await FakeCluster.start(t, lists, ({ method, target }) => {
    if (method !== 'GET') return [200, {}];
    if (target === OBJECT) return [200, external(1, spec)];
    if (target === STORE) return [200, { spec: { provider: { aws } } }];
    return [404, {}];
  });
  const file = await testKubeconfig(path.join(state, 'k'), cluster.url);
  const reports: string[] = [];
  const controller = new ExternalSecretController(
    new SecretsClient(file),
    { read: async () => read() },
    message => reports.push(message),
  );
  await controller.start();
  t.after(() => controller.stop());
  const applied = () => cluster.bodies('PATCH', SECRET).length;
  const conditions = () =>
    cluster
      .bodies<{ status: { conditions: Condition[] } }>(
        'PATCH',
        `${OBJECT}/status`,
      )
      .map(({ status }) => status.conditions[0]);
  await until(
    'the watches',
    () => cluster.isWatched(LIST) && cluster.isWatched(SECRETS),
  );
  return { cluster, reports, applied, conditions };
}

test('what is there at the start is synced, and again when it changes', async t => {
  const { cluster, applied, conditions } = await controlled(t, () => 'value');
  await until('the first', () => conditions().length === 1);
  cluster.tell(LIST, 'MODIFIED', external(2));
  await until('the second', () => conditions().length === 2);
  assert.equal(applied(), 2);
});

test('its own status is no reason to sync again', async t => {
  const { cluster, applied, conditions } = await controlled(t, () => 'value');
  await until('the first', () => conditions().length === 1);
  const { metadata, ...rest } = external(1);
  const later = { ...metadata, resourceVersion: '9' };
  cluster.tell(LIST, 'MODIFIED', { ...rest, metadata: later });
  // told behind it: once this one is seen, so was that one
  cluster.tell(LIST, 'MODIFIED', external(2));
  await until('the second', () => conditions().length === 2);
  assert.equal(applied(), 2);
});

test('a Secret that somebody deleted is made again', async t => {
  const { cluster, applied, conditions } = await controlled(t, () => 'value');
  await until('the first', () => conditions().length === 1);
  const secret = {
    metadata: {
      ...{ name: 'keys', namespace: 'fleet', resourceVersion: '5' },
      ownerReferences: [
        { apiVersion: 'v1', kind: 'ExternalSecret', name: 'keys', uid: 'u' },
      ],
    },
  };
  cluster.tell(SECRETS, 'ADDED', secret);
  cluster.tell(SECRETS, 'DELETED', secret);
  await until('the second', () => applied() === 2);
});

test('a value that isn’t there yet is told, and tried again', async t => {
  let there = false;
  const { applied, conditions, reports } = await controlled(t, () => {
    if (!there) throw new SyncError('Secret does not exist');
    return 'value';
  });
  await until('the failure', () => conditions().length === 1);
  assert.equal(conditions()[0].status, 'False');
  assert.match(conditions()[0].message ?? '', /Secret does not exist/);
  assert.equal(applied(), 0);
  there = true;
  await until('the Secret', () => conditions().at(-1)?.status === 'True');
  assert.match(reports.at(-1) ?? '', /fleet\/keys: synced/);
});

test('it is refreshed after its interval', async t => {
  const spec = { refreshInterval: '50ms' };
  const { applied } = await controlled(t, () => 'value', spec);
  await until('a third', () => applied() >= 3);
});
