import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterPlace } from './clusterPlace.ts';

const server = 'https://cluster.example.com';

test('takes address and authority of the context', () => {
  const cluster = { server, 'certificate-authority-data': 'Q0E=' };
  assert.deepEqual(clusterPlace('mine', { clusters: [{ cluster }] }), {
    url: server,
    caData: 'Q0E=',
  });
});

test('refuses a context that nobody knows, and a cluster that proves nothing', () => {
  assert.throws(() => clusterPlace('mine', {}), /no context "mine"/);
  assert.throws(
    () => clusterPlace('mine', { clusters: [{ cluster: { server } }] }),
    /certificate-authority-data/,
  );
});
