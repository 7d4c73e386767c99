import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { V1Secret } from '@kubernetes/client-node';
import { FakeCluster } from '../__testUtils__/FakeCluster.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import type { Condition, ExternalSecret } from './ExternalSecret.ts';
import { SecretsClient } from './SecretsClient.ts';
import { SyncError } from './SyncError.ts';
import { syncExternalSecret } from './syncExternalSecret.ts';

const GROUP = '/apis/external-secrets.io/v1/namespaces/fleet';
const STORE = `${GROUP}/secretstores/aws`;
const SECRET = '/api/v1/namespaces/fleet/secrets/keys';
const ACCOUNT = '/api/v1/namespaces/fleet/serviceaccounts/reader';

const store = (
  aws: object = { service: 'SecretsManager', region: 'eu-west-1' },
) => ({
  metadata: { name: 'aws', namespace: 'fleet' },
  spec: { provider: { aws } },
});
const external = (target: object = {}): ExternalSecret => ({
  metadata: { name: 'database', namespace: 'fleet', uid: 'u', generation: 2 },
  spec: {
    secretStoreRef: { name: 'aws' },
    target: { name: 'keys', ...target },
    data: [{ secretKey: 'password', remoteRef: { key: 'fleet/database' } }],
  },
});

/** A cluster that holds these objects by their paths, and takes every write. */
async function world(t: TestContext, objects: Record<string, object>) {
  const { state } = await testSettings(t);
  const cluster = await FakeCluster.start(t, {}, ({ method, target }) => {
    const found = objects[target];
    if (method !== 'GET') return [200, {}];
    return found ? [200, found] : [404, {}];
  });
  const file = await testKubeconfig(path.join(state, 'k'), cluster.url);
  const regions: string[] = [];
  const sync = (object = external()) =>
    syncExternalSecret(object, new SecretsClient(file), {
      async read(region) {
        regions.push(region);
        return 'secret';
      },
    });
  const applied = () => cluster.bodies<V1Secret>('PATCH', SECRET);
  return { cluster, sync, applied, regions };
}

test('the value of the store’s region becomes a Secret, and both say so', async t => {
  const { cluster, sync, applied, regions } = await world(t, {
    [STORE]: store(),
  });
  await sync();
  assert.deepEqual(regions, ['eu-west-1']);
  const [secret] = applied();
  assert.deepEqual(secret.data, {
    password: Buffer.from('secret').toString('base64'),
  });
  assert.equal(secret.metadata?.ownerReferences?.[0].uid, 'u');
  type Status = { status: { conditions: Condition[] } };
  for (const object of [STORE, `${GROUP}/externalsecrets/database`]) {
    const [{ status }] = cluster.bodies<Status>('PATCH', `${object}/status`);
    assert.equal(status.conditions[0].status, 'True', object);
  }
});

test('a store that said so before is not written again', async t => {
  const conditions = [
    { type: 'Ready', status: 'True', message: 'store validated' },
  ];
  const { cluster, sync } = await world(t, {
    [STORE]: { ...store(), status: { conditions } },
  });
  await sync();
  assert.deepEqual(cluster.bodies('PATCH', `${STORE}/status`), []);
});

const broken: [string, object | undefined, RegExp][] = [
  ['no store', undefined, /could not get SecretStore "aws"/],
  [
    'another provider',
    store({ service: 'ParameterStore' }),
    /only the provider/,
  ],
  ['no region', store({ service: 'SecretsManager' }), /region is missing/],
  [
    'no service account',
    store({
      ...{ service: 'SecretsManager', region: 'eu-west-1' },
      auth: { jwt: { serviceAccountRef: { name: 'reader' } } },
    }),
    /ServiceAccount "reader" not found/,
  ],
];
for (const [name, found, message] of broken) {
  test(`${name}: nothing is read or written`, async t => {
    const objects: Record<string, object> = found ? { [STORE]: found } : {};
    const { sync, applied, regions } = await world(t, objects);
    await assert.rejects(sync(), (error: Error) => {
      assert.ok(error instanceof SyncError);
      assert.match(error.message, message);
      return true;
    });
    assert.deepEqual([applied(), regions], [[], []]);
  });
}

test('a service account that is there will do', async t => {
  const { sync, applied } = await world(t, {
    [STORE]: broken[3][1] as object,
    [ACCOUNT]: {},
  });
  await sync();
  assert.equal(applied().length, 1);
});

test('somebody else’s Secret is left alone', async t => {
  const owner = { kind: 'Certificate', name: 'c', uid: 'x', controller: true };
  const { sync, applied } = await world(t, {
    [STORE]: store(),
    [SECRET]: { metadata: { name: 'keys', ownerReferences: [owner] } },
  });
  await assert.rejects(sync(), /owned by Certificate c/);
  assert.deepEqual(applied(), []);
});

test('Merge wants a Secret that is there, None wants none', async t => {
  const { sync, applied } = await world(t, { [STORE]: store() });
  const merge = external({ creationPolicy: 'Merge' });
  await assert.rejects(sync(merge), /secret keys is missing/);
  await sync(external({ creationPolicy: 'None' }));
  assert.deepEqual(applied(), []);
});
