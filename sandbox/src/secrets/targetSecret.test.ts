import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ExternalSecret, ExternalSecretTarget } from './ExternalSecret.ts';
import {
  refuseForeign,
  refuseUnoffered,
  targetSecret,
} from './targetSecret.ts';

const external = (target?: ExternalSecretTarget): ExternalSecret => ({
  metadata: { name: 'keys', namespace: 'fleet', uid: 'u' },
  spec: { target },
});

test('the Secret has the name of its ExternalSecret, which owns it', () => {
  const secret = targetSecret(external(), { password: 'ü' });
  assert.equal(secret.metadata?.name, 'keys');
  assert.equal(secret.metadata?.ownerReferences?.[0].uid, 'u');
  assert.equal(secret.type, 'Opaque');
  assert.deepEqual(secret.data, { password: 'w7w=' });
});

test('name, type and metadata are the target’s', () => {
  const secret = targetSecret(
    external({
      name: 'other',
      creationPolicy: 'Orphan',
      immutable: true,
      template: {
        type: 'kubernetes.io/tls',
        metadata: { labels: { a: 'b' }, annotations: { c: 'd' } },
      },
    }),
    {},
  );
  assert.equal(secret.metadata?.name, 'other');
  assert.equal(secret.metadata?.ownerReferences, undefined);
  assert.equal(secret.metadata?.labels?.a, 'b');
  assert.deepEqual(secret.metadata?.annotations, { c: 'd' });
  assert.equal(secret.type, 'kubernetes.io/tls');
  assert.equal(secret.immutable, true);
});

test('templates of data are refused', () => {
  for (const template of [{ data: {} }, { templateFrom: [] }]) {
    assert.throws(() => refuseUnoffered(external({ template })), /not offered/);
  }
  refuseUnoffered(external({ template: { type: 'Opaque' } }));
});

test('a Secret of somebody else is refused, one of nobody isn’t', () => {
  const owned = (uid: string) => ({
    metadata: {
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Other', name: 'o', uid, controller: true },
      ],
    },
  });
  assert.throws(
    () => refuseForeign(external(), owned('v')),
    /owned by Other o/,
  );
  refuseForeign(external(), owned('u'));
  refuseForeign(external(), { metadata: { name: 'keys' } });
});
