import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { V1Container, V1EnvVar, V1Pod } from '@kubernetes/client-node';

import {
  type ConfigReader,
  ContainerConfigError,
  containerEnvironment,
} from './containerEnvironment.ts';

const pod: V1Pod = {
  metadata: { name: 'p', namespace: 'fleet', labels: { tier: 'staging' } },
  spec: { containers: [], nodeName: 'sandbox-jobs' },
};
const password = Buffer.from('s3cret').toString('base64');
const read: ConfigReader = {
  secret: async name => (name === 'keys' ? { data: { password } } : undefined),
  configMap: async name =>
    name === 'config' ? { data: { LEVEL: 'info' } } : undefined,
};
const environment = (container: Partial<V1Container>) =>
  containerEnvironment(pod, { name: 'c', ...container }, read);
const from = (valueFrom: V1EnvVar['valueFrom']) =>
  environment({ env: [{ name: 'X', valueFrom }] });

test('a variable sees only what came before it', async () => {
  const found = await environment({
    envFrom: [
      { configMapRef: { name: 'config' } },
      { prefix: 'K_', secretRef: { name: 'keys' } },
    ],
    env: [
      { name: 'EARLY', value: '$(LATE)' },
      { name: 'LATE', value: '$(LEVEL):$(K_password)' },
      { name: 'LEVEL', value: 'debug' },
    ],
  });
  assert.deepEqual(found, {
    LEVEL: 'debug',
    K_password: 's3cret',
    EARLY: '$(LATE)',
    LATE: 'info:s3cret',
  });
});

describe('values from elsewhere', () => {
  test('come from Secrets, ConfigMaps and the pod', async () => {
    const cases: [V1EnvVar['valueFrom'], string][] = [
      [{ secretKeyRef: { name: 'keys', key: 'password' } }, 's3cret'],
      [{ configMapKeyRef: { name: 'config', key: 'LEVEL' } }, 'info'],
      [{ fieldRef: { fieldPath: 'metadata.namespace' } }, 'fleet'],
      [{ fieldRef: { fieldPath: "metadata.labels['tier']" } }, 'staging'],
    ];
    for (const [valueFrom, X] of cases) {
      assert.deepEqual(await from(valueFrom), { X });
    }
  });

  test('may be left out when they are optional', async () => {
    const secretKeyRef = { name: 'nope', key: 'a', optional: true };
    assert.deepEqual(await from({ secretKeyRef }), {});
  });

  const refused: [V1EnvVar['valueFrom'], string][] = [
    [{ secretKeyRef: { name: 'nope', key: 'a' } }, 'secret "nope" not found'],
    [
      { configMapKeyRef: { name: 'nope', key: 'a' } },
      'configmap "nope" not found',
    ],
    [
      { secretKeyRef: { name: 'keys', key: 'a' } },
      "couldn't find key a in Secret fleet/keys",
    ],
    [
      { fieldRef: { fieldPath: 'status.nope' } },
      'unsupported fieldPath: status.nope',
    ],
    [
      { resourceFieldRef: { resource: 'limits.cpu' } },
      'unsupported valueFrom of X',
    ],
  ];
  for (const [valueFrom, message] of refused) {
    test(`are refused in kubelet’s words: ${message}`, async () => {
      await assert.rejects(from(valueFrom), new ContainerConfigError(message));
    });
  }
});
