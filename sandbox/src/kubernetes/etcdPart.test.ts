import assert from 'node:assert/strict';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { exists } from '../builds/buildOnce.ts';
import { etcdPart } from './etcdPart.ts';
import { etcdSockets } from './etcdSocket.ts';

test('it is reached through sockets in a folder that nobody else may enter', async t => {
  const settings = await testSettings(t);
  await etcdPart.prepare?.(settings);
  const { client, peer } = etcdSockets(settings);
  assert.equal((await stat(path.dirname(client))).mode % 0o1000, 0o700);
  const { args } = await etcdPart.command(settings);
  assert.ok(args.includes(`--listen-client-urls=unix://${client}`));
  assert.ok(args.includes(`--listen-peer-urls=unix://${peer}`));
  const data = args.find(word => word.startsWith('--data-dir='));
  assert.ok(data?.startsWith(`--data-dir=${settings.state}/`));
});

test('a socket that a killed one left is removed before the next start', async t => {
  const settings = await testSettings(t);
  await etcdPart.prepare?.(settings);
  const { client } = etcdSockets(settings);
  await writeFile(client, '');
  assert.equal(await etcdPart.isReady(settings), false);
  await etcdPart.command(settings);
  assert.equal(await exists(client), false);
});

test('it is ready when somebody answers at the socket', async t => {
  const settings = await testSettings(t);
  await etcdPart.prepare?.(settings);
  assert.equal(await etcdPart.isReady(settings), false);
  const server = createServer().listen(etcdSockets(settings).client);
  await once(server, 'listening');
  t.after(() => server.close());
  assert.equal(await etcdPart.isReady(settings), true);
});
