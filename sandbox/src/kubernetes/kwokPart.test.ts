import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { kwokPart } from './kwokPart.ts';

const listNodes = '[ "$1" = get ] && { echo node/one; echo node/two; } || :';

test('before it starts, the leases of the one before are gone', async t => {
  const settings = await testSettings(t, { kwok: 6002 });
  const kubectl = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
    listNodes,
  );
  const { args } = await kwokPart.command(settings);
  const [, release] = await kubectl.calls();
  assert.deepEqual(
    release.filter(word => !word.startsWith('--')),
    ['delete', 'lease/one', 'lease/two'],
  );
  assert.ok(release.includes('--namespace=kube-node-lease'));
  assert.ok(args.includes('--server-address=127.0.0.1:6002'));
  assert.ok(args.includes('--node-port=6002'));
  // the jobs' node is a real one
  assert.ok(args.includes('--manage-all-nodes=false'));
});

test('it is ready when it answers, and settled when its nodes are', async t => {
  const { state } = await testSettings(t);
  let status = 500;
  const { port } = await serve(t, () => [status], await certificate(state));
  const settings = await testSettings(t, { kwok: port });
  assert.equal(await kwokPart.isReady(settings), false);
  status = 200;
  assert.equal(await kwokPart.isReady(settings), true);
  const kubectl = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
    'exit 1',
  );
  await assert.rejects(kwokPart.settle?.(settings) ?? Promise.resolve());
  const [call] = await kubectl.calls();
  assert.ok(call.includes('--for=condition=Ready'));
});
