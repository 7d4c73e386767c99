import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { schedulerPart } from './schedulerPart.ts';

test('it listens nowhere and is known as the scheduler, not as an administrator', async t => {
  const settings = await testSettings(t);
  const { program, args, env } = await schedulerPart.command(settings);
  const kubeconfig = kubeconfigFile(settings, 'system:kube-scheduler');
  assert.match(program, /kube-scheduler$/);
  assert.ok(args.includes(`--kubeconfig=${kubeconfig}`));
  assert.notEqual(kubeconfig, kubeconfigFile(settings, 'admin'));
  assert.ok(args.includes('--secure-port=0'));
  // alone on its machine, it has nobody to agree with
  assert.ok(args.includes('--leader-elect=false'));
  assert.deepEqual(env, {});
});
