import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { controllerManagerPart } from './controllerManagerPart.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

test('it listens nowhere and signs tokens with the key that the API server knows', async t => {
  const settings = await testSettings(t);
  const { args, env } = await controllerManagerPart.command(settings);
  const files = kubernetesFiles(settings);
  assert.ok(args.includes('--secure-port=0'));
  assert.ok(
    args.includes(
      `--service-account-private-key-file=${files.serviceAccountKey}`,
    ),
  );
  assert.ok(args.includes(`--root-ca-file=${files.certificate}`));
  assert.ok(
    args.some(word => /^--kubeconfig=.*kube-controller-manager/.test(word)),
  );
  assert.deepEqual(env, {});
});

test('it is ready once it has made the first service account', async t => {
  const settings = await testSettings(t);
  const kubectl = await kubernetesProgram(settings, 'kubectl');
  await StubProgram.at(kubectl, 'echo "default not found" >&2; exit 1');
  await assert.rejects(controllerManagerPart.isReady(settings), /not found/);
  const found = await StubProgram.at(kubectl);
  assert.equal(await controllerManagerPart.isReady(settings), true);
  const calls = await found.calls();
  assert.deepEqual(calls[0].slice(0, 3), ['get', 'serviceaccount', 'default']);
});
