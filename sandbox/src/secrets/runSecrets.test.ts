import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { FakeCluster } from '../__testUtils__/FakeCluster.ts';
import { testKubeconfig } from '../__testUtils__/testKubeconfig.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { until } from '../__testUtils__/until.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import { secretsPart } from './secretsPart.ts';

test('the program watches both kinds, and answers on loopback once it does', async t => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  await once(free, 'close');
  const settings = await testSettings(t, { secrets: port });
  const external = '/apis/external-secrets.io/v1/externalsecrets';
  const lists = { [external]: [], '/api/v1/secrets': [] };
  const cluster = await FakeCluster.start(t, lists);
  await testKubeconfig(kubernetesFiles(settings).adminKubeconfig, cluster.url);

  const program = path.join(import.meta.dirname, 'runSecrets.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: 'ignore',
  });
  t.after(() => child.kill('SIGKILL'));
  await until('its answer', () =>
    secretsPart.isReady(settings).catch(() => false),
  );
  const listed = cluster.calls.map(({ target }) => target);
  assert.ok(listed.some(target => target.startsWith(external)));
  assert.ok(
    listed.some(target =>
      target.includes('labelSelector=reconcile.external-secrets.io'),
    ),
  );
});
