import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clusterConnection } from '../src/cluster/clusterConnection.ts';
import { ExistingCluster } from '../src/cluster/ExistingCluster.ts';
import { kubernetesFiles } from '../src/kubernetes/kubernetesFiles.ts';
import type { Settings } from '../src/settings.ts';
import { RunningSandbox } from './RunningSandbox.ts';

const sandbox = new RunningSandbox();
const context = 'sovd-sandbox';

/** The running sandbox's API server stands for a cluster that somebody else made. */
describe('a person’s own cluster', () => {
  let settings: Settings;
  const given = process.env.KUBECONFIG;

  before(async () => {
    process.env.KUBECONFIG = kubernetesFiles(sandbox.settings).adminKubeconfig;
    settings = {
      ...sandbox.settings,
      state: await mkdtemp(path.join(tmpdir(), 'sovd-existing-')),
      kubeContext: context,
      imageRepositoryPattern: 'registry.example.com/{owner}/{name}-{component}',
    };
    await new ExistingCluster(settings, context).prepare();
  });
  after(async () => {
    if (given === undefined) delete process.env.KUBECONFIG;
    else process.env.KUBECONFIG = given;
    await rm(settings.state, { recursive: true, force: true });
    const how = ['--wait=false', '--ignore-not-found'];
    await sandbox.kubectl.run(['delete', 'namespace', 'sovd-portal', ...how]);
    const names = ['reader', 'deployer', 'bootstrapper'];
    await sandbox.kubectl.run([
      ...['delete', 'clusterrolebinding', '--ignore-not-found'],
      ...names.map(name => `sovd-${name}-account`),
    ]);
  });

  async function may(token: string, ...question: string[]): Promise<boolean> {
    const ask = ['auth', 'can-i', '--all-namespaces', ...question];
    // credentials of the context stand behind a token that is given
    const answer = await sandbox.kubectl
      .run([...ask, '--as', await nameOf(token)])
      .catch(() => 'no');
    return answer.trim() === 'yes';
  }

  /** Whom the API server takes the bearer of a token for. */
  async function nameOf(token: string): Promise<string> {
    const review = {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenReview',
      spec: { token },
    };
    const answer = await sandbox.kubectl.run(
      ['create', '--filename=-', '--output=json'],
      JSON.stringify(review),
    );
    const { status } = JSON.parse(answer);
    assert.equal(status.authenticated, true);
    return status.user.username;
  }

  test('is reached as its kubeconfig says', async () => {
    const { caData, url } = await clusterConnection(settings);
    const { port } = new URL(url);
    assert.equal(Number(port), settings.ports.kubernetes);
    const { certificate } = kubernetesFiles(sandbox.settings);
    assert.equal(caData, (await readFile(certificate)).toString('base64'));
  });

  test('gives the reader sight of all but Secrets', async () => {
    const { reader } = await clusterConnection(settings);
    const name = 'system:serviceaccount:sovd-portal:sovd-reader';
    assert.equal(await nameOf(reader), name);
    assert.equal(await may(reader, 'list', 'pods'), true);
    assert.equal(await may(reader, 'list', 'secrets'), false);
    assert.equal(await may(reader, 'create', 'deployments.apps'), false);
  });

  test('gives the deployer what releases need, in a file of its own', async () => {
    const { deployerToken } = await clusterConnection(settings);
    assert.equal((await stat(deployerToken)).mode % 0o1000, 0o600);
    const token = await readFile(deployerToken, 'utf8');
    assert.equal(await may(token, 'create', 'deployments.apps'), true);
    assert.equal(await may(token, 'create', 'namespaces'), true);
    assert.equal(await may(token, 'delete', 'namespaces'), false);
    const roles = 'clusterroles.rbac.authorization.k8s.io';
    assert.equal(await may(token, 'create', roles), false);
  });

  test('is refused with all that is missing, and left as it is', async () => {
    const unready = { ...settings, imageRepositoryPattern: undefined };
    await assert.rejects(
      new ExistingCluster(unready, context).prepare(),
      /The cluster of the context "sovd-sandbox" lacks:\n {2}- An image registry/,
    );
    await assert.rejects(
      new ExistingCluster(settings, 'nowhere').prepare(),
      /no context "nowhere"/,
    );
  });
});
