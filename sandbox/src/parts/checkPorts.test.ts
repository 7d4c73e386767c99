import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import type { PortName } from '../settings.ts';
import { checkPorts } from './checkPorts.ts';
import type { Part } from './Part.ts';

const part = (name: string, ...ports: PortName[]): Part => ({
  ...{ name, ports, after: [] },
  command: () => Promise.reject(new Error('not run')),
  isReady: async () => false,
});

test('every taken port is named at once, with its owner and its variable', async t => {
  const one = await serve(t, () => [200]);
  const two = await serve(t, () => [200]);
  const settings = await testSettings(t, { git: one.port, images: two.port });
  const parts = [part('git', 'git'), part('images', 'images'), part('etcd')];
  await assert.rejects(checkPorts(parts, settings), ({ message }: Error) => {
    const lines = message.split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0], RegExp(`^Port ${one.port}, which git needs`));
    assert.match(lines[0], RegExp(`process ${process.pid}`));
    assert.match(lines[0], /SOVD_SANDBOX_PORT_GIT=<port>/);
    assert.match(lines[1], /SOVD_SANDBOX_PORT_IMAGES=<port>/);
    return true;
  });
});

test('a port of a part that does not start is nobody’s concern', async t => {
  const { port } = await serve(t, () => [200]);
  const settings = await testSettings(t, { git: port });
  await checkPorts([part('etcd')], settings);
});
