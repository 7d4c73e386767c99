import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { test } from 'node:test';
import { AwsServer } from './AwsServer.ts';

test('it has a port and a state of its own, goes on after a halt, and leaves nothing', async t => {
  const server = await AwsServer.start();
  t.after(() => server.dispose());
  assert.notEqual(server.settings.ports.aws, 15900);
  const faults = () => fetch(`${server.endpoint}/sandbox-api/faults`);
  await server.faults({ fail: { Database: 'no capacity' } });
  assert.match(await (await faults()).text(), /no capacity/);
  await server.idle();
  await server.halt('SIGKILL');
  await assert.rejects(faults());
  await server.resume();
  await server.idle();
  await access(server.settings.state);
  await server.dispose();
  await assert.rejects(access(server.settings.state), /ENOENT/);
});
