import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesFiles, kubernetesUrl } from './kubernetesFiles.ts';

test('everything lies in the state, so that a reset removes it, and nothing twice', async t => {
  const settings = await testSettings(t);
  const files = Object.values(kubernetesFiles(settings));
  assert.ok(files.every(file => file.startsWith(`${settings.state}/`)));
  assert.equal(new Set(files).size, files.length);
});

test('kube-apiserver finds its own certificate under the name it looks for', async t => {
  const files = kubernetesFiles(await testSettings(t));
  // --cert-dir holds apiserver.crt and apiserver.key
  assert.equal(files.certificate, `${files.keys}/apiserver.crt`);
  assert.equal(files.certificateKey, `${files.keys}/apiserver.key`);
});

test('the API server is on loopback, with TLS', async t => {
  const settings = await testSettings(t, { kubernetes: 6001 });
  assert.equal(kubernetesUrl(settings), 'https://127.0.0.1:6001');
});
