import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sandboxState } from './sandboxState.fixture.ts';

const argsOf = (program: string) =>
  readFileSync(`${program}.args`, 'utf8').trimEnd().split('\n');

test('kubectl is the cluster’s administrator', async t => {
  const { folder, write, program } = sandboxState(t);
  const file = program('kubectl', 'pod/one');
  write({ SANDBOX_KUBECTL: file });
  const { kubectl } = await import('./kubernetes.ts');
  assert.equal(await kubectl('get', 'pod'), 'pod/one\n');
  const kubeconfig = path.join(folder, 'admin.kubeconfig');
  assert.deepEqual(argsOf(file), ['--kubeconfig', kubeconfig, 'get', 'pod']);
});

test('serving pods are those of a component that do not end', async t => {
  const { write, program } = sandboxState(t);
  const pod = (name: string, deletionTimestamp?: string) => ({
    metadata: { name, uid: `uid-${name}`, deletionTimestamp },
    spec: { containers: [{ image: 'fleet-frontend:1' }] },
    status: { containerStatuses: [{ ready: true }] },
  });
  const items = [pod('a'), pod('b', '2026-11-21T10:00:00Z')];
  const file = program('kubectl', JSON.stringify({ items }));
  write({ SANDBOX_KUBECTL: file });
  const { servingPods } = await import('./kubernetes.ts');
  assert.deepEqual(await servingPods('fleet-dev', 'frontend'), [
    { name: 'a', uid: 'uid-a', image: 'fleet-frontend:1', ready: true },
  ]);
  const args = argsOf(file);
  const selector = args[args.indexOf('--selector') + 1];
  assert.equal(selector, 'app.kubernetes.io/component=frontend');
});

test('releases are Helm’s own list of a namespace', async t => {
  const { write, program } = sandboxState(t);
  const release = { name: 'fleet', revision: '2', status: 'deployed' };
  const file = program('helm', JSON.stringify([release]));
  write({ SANDBOX_HELM: file });
  const { helmList } = await import('./kubernetes.ts');
  assert.deepEqual(await helmList('fleet-dev'), [release]);
  const args = argsOf(file);
  assert.equal(args[args.indexOf('--namespace') + 1], 'fleet-dev');
});
