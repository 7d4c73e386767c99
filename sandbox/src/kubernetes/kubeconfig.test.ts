import assert from 'node:assert/strict';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { KubeConfig } from '@kubernetes/client-node';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { kubeconfigFile, writeKubeconfig } from './kubeconfig.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

test('a Kubernetes client reads who it is, where the server is and whom to trust', async t => {
  const settings = await testSettings(t, { kubernetes: 6001 });
  const { keys, tokens, certificate } = kubernetesFiles(settings);
  await mkdir(keys, { recursive: true });
  await writeFile(certificate, 'CERTIFICATE');
  await writeSecret(
    tokens,
    'abc,admin,admin,"system:masters"\nxyz,kwok,kwok,""\n',
  );
  await writeKubeconfig(settings, 'kwok');
  const file = kubeconfigFile(settings, 'kwok');
  assert.equal((await stat(file)).mode % 0o1000, 0o600);
  const config = new KubeConfig();
  config.loadFromFile(file);
  const cluster = config.getCurrentCluster();
  assert.equal(cluster?.server, 'https://127.0.0.1:6001');
  assert.equal(cluster?.caData, Buffer.from('CERTIFICATE').toString('base64'));
  assert.equal(cluster?.skipTLSVerify ?? false, false);
  assert.equal(config.getCurrentUser()?.token, 'xyz');
});

test('an identity without a token has no kubeconfig', async t => {
  const settings = await testSettings(t);
  const { keys, tokens, certificate } = kubernetesFiles(settings);
  await mkdir(keys, { recursive: true });
  await writeFile(certificate, '');
  await writeSecret(tokens, '');
  await assert.rejects(
    writeKubeconfig(settings, 'admin'),
    /No token of "admin"/,
  );
});

test('each identity has a file of its own', async t => {
  const settings = await testSettings(t);
  const all = (['admin', 'kwok', 'system:kube-scheduler'] as const).map(
    identity => kubeconfigFile(settings, identity),
  );
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.every(file => file.startsWith(`${settings.state}/`)));
  assert.ok(all.every(file => !file.includes(':')));
});
