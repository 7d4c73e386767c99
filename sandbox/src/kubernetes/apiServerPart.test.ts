import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import {
  kubernetesProgram,
  kwokManifests,
} from '../builds/kubernetesPrograms.ts';
import { exists } from '../builds/buildOnce.ts';
import { copyFile } from 'node:fs/promises';
import { apiServerPart } from './apiServerPart.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

test('it listens on loopback, asks RBAC, and takes its tokens from a file', async t => {
  const settings = await testSettings(t, { kubernetes: 6001 });
  const { args, env } = await apiServerPart.command(settings);
  assert.ok(args.includes('--bind-address=127.0.0.1'));
  assert.ok(args.includes('--secure-port=6001'));
  assert.ok(args.includes('--authorization-mode=Node,RBAC'));
  const { tokens } = kubernetesFiles(settings);
  assert.ok(args.includes(`--token-auth-file=${tokens}`));
  const etcd = args.find(word => word.startsWith('--etcd-servers='));
  assert.match(etcd ?? '', /^--etcd-servers=unix:\/\//);
  assert.deepEqual(env, {});
  assert.ok(!args.some(word => /anonymous|0\.0\.0\.0|audit/.test(word)));
});

test('it writes down who asks only when it is told to', async t => {
  const settings = { ...(await testSettings(t)), audit: true };
  const { args } = await apiServerPart.command(settings);
  const { auditLog } = kubernetesFiles(settings);
  assert.ok(args.includes(`--audit-log-path=${auditLog}`));
  const policy = args.find(word => word.startsWith('--audit-policy-file='));
  assert.ok(await exists(policy?.split('=')[1] ?? ''));
});

test('it is ready when a server with its own certificate says so', async t => {
  const folder = (await testSettings(t)).state;
  const own = await certificate(folder);
  let status = 500;
  const { port } = await serve(t, () => [status, 'ok'], own);
  const settings = await testSettings(t, { kubernetes: port });
  const { keys, certificate: known } = kubernetesFiles(settings);
  await mkdir(keys, { recursive: true });
  await copyFile(own.certificate, known);
  assert.equal(await apiServerPart.isReady(settings), false);
  status = 200;
  assert.equal(await apiServerPart.isReady(settings), true);
  const stranger = await certificate(path.join(folder, 'stranger'));
  await copyFile(stranger.certificate, known);
  await assert.rejects(apiServerPart.isReady(settings), /self-signed/);
});

test('it is settled with a kubeconfig for each of its clients and all definitions', async t => {
  const settings = await testSettings(t);
  const kubectl = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
  );
  await apiServerPart.prepare?.(settings);
  const files = kubernetesFiles(settings);
  const made = await certificate(files.keys);
  await copyFile(made.certificate, files.certificate);
  await apiServerPart.settle?.(settings);
  for (const identity of [
    'admin',
    'kwok',
    'system:kube-controller-manager',
    'system:kube-scheduler',
  ] as const) {
    assert.ok(await exists(kubeconfigFile(settings, identity)), identity);
  }
  const [first] = await kubectl.calls();
  const { definitions } = await kwokManifests(settings);
  assert.ok(first.includes(`--filename=${definitions}`));
});
