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
