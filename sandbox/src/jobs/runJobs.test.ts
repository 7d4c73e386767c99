import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { FakeCluster } from '../__testUtils__/FakeCluster.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import { postgresFiles } from '../postgres/connection.ts';
import { writeSecret } from '../processes/writeSecret.ts';

interface NodeStatus {
  readonly status: {
    readonly conditions?: { readonly type: string; readonly status: string }[];
  };
}

test('the program joins as a node, and leaves as not ready when it is told to end', async t => {
  const settings = await testSettings(t, { jobs: 0 });
  const cluster = await FakeCluster.start(t, { '/api/v1/pods': [] }, () => [
    200,
    {},
  ]);
  const files = kubernetesFiles(settings);
  await testKubeconfig(files.adminKubeconfig, cluster.url);
  const made = await certificate(files.keys);
  await rename(made.certificate, files.certificate);
  await rename(made.key, files.certificateKey);
  const postgres = postgresFiles(settings);
  await mkdir(postgres.folder, { recursive: true });
  await writeSecret(postgres.password, 'secret');
  await writeSecret(postgres.certificate, '');

  const program = path.join(import.meta.dirname, 'runJobs.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  let said = '';
  for await (const text of child.stderr.setEncoding('utf8')) {
    said += text;
    if (/is ready/.test(said)) break;
  }
  assert.match(said, /node sandbox-jobs is ready/);
  const ready = () =>
    cluster
      .bodies<NodeStatus>('PATCH', '/api/v1/nodes/sandbox-jobs/status')
      .at(-1)
      ?.status.conditions?.find(({ type }) => type === 'Ready')?.status;
  assert.equal(ready(), 'True');
  child.kill('SIGTERM');
  const [code] = (await exit) as [number];
  assert.equal(code, 0);
  assert.equal(ready(), 'False');
});
