import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { V1Secret } from '@kubernetes/client-node';

import { awsEndpoint } from '../src/aws/awsPart.ts';
import type { ExternalSecret } from '../src/secrets/ExternalSecret.ts';
import { RunningSandbox, until } from './RunningSandbox.ts';

const sandbox = new RunningSandbox();
const { kubectl } = sandbox;
const aws = new SecretsManager({
  region: 'eu-west-1',
  endpoint: awsEndpoint(sandbox.settings),
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
let namespace: string;

const store = (name: string, account: string) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name, namespace },
  spec: {
    provider: {
      aws: {
        service: 'SecretsManager',
        region: 'eu-west-1',
        auth: { jwt: { serviceAccountRef: { name: account } } },
      },
    },
  },
});

before(async () => {
  namespace = await sandbox.namespace('secrets');
  await aws.createSecret({
    Name: `${namespace}/database`,
    SecretString: '{"password":"first","port":5432,"tls":{"mode":"require"}}',
  });
  await kubectl.apply([
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'reader', namespace },
    },
    store('manager', 'reader'),
    store('stranger', 'nobody'),
  ]);
});
after(async () => {
  await sandbox.remove(namespace);
  await aws.deleteSecret({
    SecretId: `${namespace}/database`,
    ForceDeleteWithoutRecovery: true,
  });
});

const external = (name: string, spec: object) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name, namespace },
  spec: { secretStoreRef: { name: 'manager' }, ...spec },
});
const one = (property: string, key = `${namespace}/database`) => ({
  data: [{ secretKey: 'value', remoteRef: { key, property } }],
});

const ready = (name: string, status: string) =>
  until(`Ready=${status} of ${name}`, async () => {
    const object = await kubectl.json<ExternalSecret>([
      ...['get', 'externalsecret', name, `--namespace=${namespace}`],
    ]);
    return object.status?.conditions?.find(
      condition => condition.type === 'Ready' && condition.status === status,
    );
  });
const secret = (name: string) =>
  kubectl.json<V1Secret>(['get', 'secret', name, `--namespace=${namespace}`]);
const valueOf = async (name: string, key = 'value') =>
  Buffer.from((await secret(name)).data?.[key] ?? '', 'base64').toString();

describe('an ExternalSecret', () => {
  test('becomes a Secret that it owns', async () => {
    await kubectl.apply([
      external('plain', { target: { name: 'target' }, ...one('password') }),
    ]);
    const { reason } = await ready('plain', 'True');
    assert.equal(reason, 'SecretSynced');
    assert.equal(await valueOf('target'), 'first');
    const { metadata, type } = await secret('target');
    assert.equal(type, 'Opaque');
    assert.equal(metadata?.ownerReferences?.[0].name, 'plain');
  });

  test('takes numbers, paths with dots, and whole objects', async () => {
    const key = `${namespace}/database`;
    const ref = (property: string) => ({ key, property });
    await kubectl.apply([
      external('kinds', {
        dataFrom: [{ extract: { key } }],
        data: [
          { secretKey: 'number', remoteRef: ref('port') },
          { secretKey: 'path', remoteRef: ref('tls.mode') },
        ],
      }),
    ]);
    await ready('kinds', 'True');
    assert.equal(await valueOf('kinds', 'number'), '5432');
    assert.equal(await valueOf('kinds', 'path'), 'require');
    assert.equal(await valueOf('kinds', 'password'), 'first');
    assert.equal(await valueOf('kinds', 'tls'), '{"mode":"require"}');
  });

  test('makes its Secret again when somebody deletes it', async () => {
    const first = await secret('target');
    await kubectl.run([
      ...['delete', 'secret', 'target', `--namespace=${namespace}`],
    ]);
    const again = await until('another Secret', async () => {
      const found = await secret('target');
      return found.metadata?.uid !== first.metadata?.uid && found;
    });
    assert.deepEqual(again.data, first.data);
  });

  test('follows a rotation at its interval, and a change at once', async () => {
    await kubectl.apply([
      external('rotated', { refreshInterval: '1s', ...one('password') }),
    ]);
    await ready('rotated', 'True');
    await aws.putSecretValue({
      SecretId: `${namespace}/database`,
      SecretString: '{"password":"second","port":5433}',
    });
    await until(
      'the rotated value',
      async () => (await valueOf('rotated')) === 'second',
    );
    await kubectl.apply([
      external('rotated', { refreshInterval: '1h', ...one('port') }),
    ]);
    await until(
      'the other property',
      async () => (await valueOf('rotated')) === '5433',
    );
  });

  test('takes its Secret with it', async () => {
    await kubectl.run([
      ...['delete', 'externalsecret', 'kinds', `--namespace=${namespace}`],
    ]);
    await until('the garbage collection', async () => {
      const found = await kubectl.run([
        ...['get', 'secret', 'kinds', `--namespace=${namespace}`],
        '--ignore-not-found',
      ]);
      return found === '';
    });
  });
});

describe('what can’t be synced says why', () => {
  test('a secret that doesn’t exist, until it does', async () => {
    const key = `${namespace}/later`;
    await kubectl.apply([external('later', one('password', key))]);
    const { reason, message } = await ready('later', 'False');
    assert.equal(reason, 'SecretSyncedError');
    assert.match(message ?? '', /spec\.data\[0\] \(key: .*\/later\)/);
    assert.match(message ?? '', /Secret does not exist/);
    await aws.createSecret({ Name: key, SecretString: '{"password":"there"}' });
    await ready('later', 'True');
    assert.equal(await valueOf('later'), 'there');
    await aws.deleteSecret({ SecretId: key, ForceDeleteWithoutRecovery: true });
  });

  const cases: [string, object, RegExp][] = [
    ['property', { property: 'absent' }, /key absent does not exist in secret/],
    [
      'store',
      { secretStoreRef: { name: 'absent' } },
      /SecretStore "absent": it does not exist/,
    ],
    [
      'account',
      { secretStoreRef: { name: 'stranger' } },
      /ServiceAccount "nobody" not found/,
    ],
    [
      'template',
      { target: { template: { data: { a: '{{ .value }}' } } } },
      /template\.data is not offered/,
    ],
    [
      'foreign',
      { target: { name: 'target' } },
      /owned by ExternalSecret plain/,
    ],
    [
      'merge',
      { target: { creationPolicy: 'Merge' } },
      /creationPolicy=Merge but secret merge is missing/,
    ],
  ];
  for (const [name, spec, expected] of cases) {
    test(`a wrong ${name}`, async () => {
      const { property = 'password', ...rest } = spec as { property?: string };
      await kubectl.apply([external(name, { ...one(property), ...rest })]);
      assert.match((await ready(name, 'False')).message ?? '', expected);
    });
  }
});
