import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readSettings } from '../settings.ts';
import { etcdSocketFolder } from './etcdSocket.ts';

const at = (state: string) =>
  etcdSocketFolder(readSettings('/', { SOVD_SANDBOX_STATE: state }), '/tmp');

test('the sockets lie in the state', () => {
  assert.equal(at('/home/me/p/.sandbox'), '/home/me/p/.sandbox/kubernetes');
});

test('a deep checkout gets a short folder of its own', () => {
  const deep = `/home/${'a'.repeat(90)}/.sandbox`;
  const folder = at(deep);
  assert.match(folder, /^\/tmp\/sovd-sandbox-\d+-[0-9a-f]{10}$/);
  assert.ok(Buffer.byteLength(path.join(folder, 'client.sock')) < 108);
  assert.notEqual(folder, at(`${deep}2`));
});
