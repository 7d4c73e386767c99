import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { isPortFree, listeningInodes, portOwner } from './portOwner.ts';

test('a taken port is known with its owner', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  assert.equal(await isPortFree(port), false);
  assert.match((await portOwner(port)) ?? '', RegExp(`process ${process.pid}`));
  server.close();
  await once(server, 'close');
  assert.equal(await isPortFree(port), true);
});

test('only listening sockets of that port count', () => {
  const head = '  sl  local_address rem_address   st ...';
  const line = (port: string, state: string, inode: string) =>
    `   0: 0100007F:${port} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1`;
  const table = [
    head,
    line('3E3A', '0A', '11'),
    line('3E3A', '01', '12'),
    line('3E3B', '0A', '13'),
  ].join('\n');
  assert.deepEqual(listeningInodes(table, 0x3e3a), ['11']);
});
