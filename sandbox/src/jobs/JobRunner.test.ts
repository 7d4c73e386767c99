import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { V1Pod, V1PodStatus } from '@kubernetes/client-node';
import { FakeCluster } from '../__testUtils__/FakeCluster.ts';
import { GitFolder } from '../__testUtils__/GitFolder.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { until } from '../__testUtils__/until.ts';
import { exists } from '../builds/buildOnce.ts';
import { podFolder, recordFile } from './ContainerLauncher.ts';
import { JobRunner } from './JobRunner.ts';
import { NodeClient } from './NodeClient.ts';
import { recordProcess } from './processGroups.ts';

const PODS = '/api/v1/pods';
const STATUS = '/api/v1/namespaces/fleet/pods/migration/status';

const pod = (uid: string, script: string): V1Pod => ({
  metadata: {
    name: 'migration',
    namespace: 'fleet',
    uid,
    resourceVersion: uid,
  },
  spec: {
    nodeName: 'jobs',
    restartPolicy: 'Never',
    containers: [
      {
        name: 'migration',
        image: 'registry/fleet:v1',
        command: ['sh', '-c', script],
      },
    ],
  },
});

async function runnerOn(t: TestContext, pods: V1Pod[]) {
  const { state } = await testSettings(t);
  const cluster = await FakeCluster.start(t, { [PODS]: pods }, () => [200, {}]);
  const kubeconfig = await testKubeconfig(path.join(state, 'k'), cluster.url);
  const repository = await GitFolder.at(path.join(state, 'fleet.git'));
  await repository.commit('first');
  await repository.push('main:refs/tags/v1');
  const workFolder = path.join(state, 'jobs');
  const reports: string[] = [];
  const runner = new JobRunner(
    {
      ...{ kubeconfig, node: 'jobs', port: 0, workFolder, toolPath: [] },
      tls: { certificate: '', key: '' },
      images: [
        {
          repository: 'registry/fleet',
          git: repository.bare,
          ...{ subdirectory: '', workdir: '/app', entrypoint: [] },
        },
      ],
      postgres: {
        ...{ host: '127.0.0.1', port: 1, user: 'u', password: 'p' },
        ...{ database: 'd', ssl: { ca: '' } },
      },
      ...{ backoffSeconds: 1, maxPods: 4 },
    },
    new NodeClient(kubeconfig, 'jobs'),
    message => reports.push(message),
  );
  t.after(() => runner.leave(5_000));
  const phases = () =>
    cluster
      .bodies<{ status: V1PodStatus }>('PATCH', STATUS)
      .map(({ status }) => status.phase);
  return { runner, cluster, workFolder, reports, phases };
}

test('a pod of this node is run to its end, and its log is found', async t => {
  const migration = pod('a', 'echo told');
  const { runner, cluster, phases } = await runnerOn(t, [migration]);
  await runner.start();
  await until('the end', () => phases().includes('Succeeded'));
  const [list] = cluster.calls;
  assert.match(list.target, /fieldSelector=spec\.nodeName%3Djobs/);

  assert.equal(
    runner.findLog('fleet', 'migration', 'migration', false),
    undefined,
  );
  const containerStatuses = [
    {
      ...{ name: 'migration', image: '', imageID: '' },
      ready: false,
      restartCount: 0,
    },
  ];
  const over = {
    ...migration,
    metadata: { ...migration.metadata, resourceVersion: '2' },
    status: { phase: 'Succeeded', containerStatuses },
  };
  await until('the watch', () => cluster.isWatched(PODS));
  cluster.tell(PODS, 'MODIFIED', over);
  const find = () => runner.findLog('fleet', 'migration', 'migration', false);
  const log = await until('the status', find);
  assert.match(await readFile(log.file, 'utf8'), / told$/m);
  assert.equal(log.isOpen(), false);
});

test('a pod whose object is gone is ended, and its folder with it', async t => {
  const migration = pod('b', 'exec sleep 60');
  const { runner, cluster, workFolder, phases } = await runnerOn(t, [
    migration,
  ]);
  await runner.start();
  await until('the start', () => phases().includes('Running'));
  await until('the watch', () => cluster.isWatched(PODS));
  cluster.tell(PODS, 'DELETED', migration);
  await until('its end', () => phases().includes('Failed'));
  await until(
    'the removal',
    async () => !(await exists(podFolder(workFolder, 'b'))),
  );
});

test('when the node leaves, its pods have their last status', async t => {
  const { runner, phases } = await runnerOn(t, [pod('c', 'exec sleep 60')]);
  await runner.start();
  await until('the start', () => phases().includes('Running'));
  await runner.leave(20_000);
  assert.equal(phases().at(-1), 'Failed');
});

test('processes and folders of an earlier runner are cleared away', async t => {
  const { runner, workFolder, reports } = await runnerOn(t, []);
  const folder = podFolder(workFolder, 'old');
  await mkdir(folder, { recursive: true });
  const child = spawn('sleep', ['60'], { detached: true });
  t.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  recordProcess(recordFile(folder), child.pid ?? 0);
  runner.endOrphans();
  await ended;
  assert.match(reports.join(), /pod old/);
  await runner.start();
  assert.equal(await exists(folder), false);
});
