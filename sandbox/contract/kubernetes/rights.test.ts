import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kubectl } from '../../src/kubernetes/Kubectl.ts';
import { settings } from '../sandbox.ts';

const kubectl = new Kubectl(settings);

/** @param resource - with its subresource behind a slash */
async function may(
  user: string,
  verb: string,
  resource: string,
): Promise<boolean> {
  // kubectl itself takes what is behind a slash for a name.
  const [kind, subresource = ''] = resource.split('/');
  const what = [verb, kind, `--subresource=${subresource}`];
  const answer = await kubectl
    .run(['auth', 'can-i', ...what, '--all-namespaces', `--as=${user}`])
    .catch(() => 'no');
  return answer.trim() === 'yes';
}

const reads = [
  'pods',
  'deployments.apps',
  'horizontalpodautoscalers.autoscaling',
  'jobs.batch',
  'events',
  'pods/log',
];
for (const resource of reads) {
  test(`the reader sees ${resource}`, async () => {
    assert.ok(await may('sovd-reader', 'list', resource));
  });
}

const refusedToReader = [
  ['get', 'secrets'],
  ['list', 'secrets'],
  ['watch', 'secrets'],
  ['create', 'pods'],
  ['patch', 'deployments.apps'],
  ['create', 'pods/exec'],
  ['create', 'serviceaccounts/token'],
];
for (const [verb, resource] of refusedToReader) {
  test(`the reader may not ${verb} ${resource}`, async () => {
    assert.equal(await may('sovd-reader', verb, resource), false);
  });
}

const refusedToDeployer = [
  ['delete', 'namespaces'],
  ['create', 'pods'],
  ['create', 'pods/exec'],
  ['create', 'serviceaccounts/token'],
  ['create', 'clusterrolebindings.rbac.authorization.k8s.io'],
  ['create', 'rolebindings.rbac.authorization.k8s.io'],
  ['impersonate', 'users'],
  ['list', 'nodes'],
];
for (const [verb, resource] of refusedToDeployer) {
  test(`the deployer may not ${verb} ${resource}`, async () => {
    assert.equal(await may('sovd-deployer', verb, resource), false);
  });
}
