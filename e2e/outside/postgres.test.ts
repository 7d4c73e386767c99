import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { sandboxState } from './sandboxState.fixture.ts';

// PostgreSQL's protocol, section 54.7: the request for TLS, and the one-byte "no".
const SSL_REQUEST = 80877103;

test('it asks for TLS on the sandbox’s port, and takes no for an end', async t => {
  const { folder } = sandboxState(t);
  mkdirSync(path.join(folder, 'postgres'), { recursive: true });
  writeFileSync(path.join(folder, 'postgres', 'password'), 'secret\n');
  writeFileSync(path.join(folder, 'postgres', 'server.crt'), '');
  let first: Buffer | undefined;
  const server = createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', data => {
      first = data;
      socket.write('N');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  process.env.SOVD_SANDBOX_PORT_POSTGRES = String(port);
  const { query } = await import('./postgres.ts');
  const asking = query('fleet-dev', 'fleet', 'SELECT 1');
  await assert.rejects(asking, /does not support SSL/);
  assert.equal(first?.readInt32BE(4), SSL_REQUEST);
});
