import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import type { V1Volume } from '@kubernetes/client-node';

import { ContainerConfigError } from './containerEnvironment.ts';
import { mountVolumes } from './mountVolumes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-volumes-'));
after(() => rmSync(folder, { recursive: true }));

const encoded = (text: string) => Buffer.from(text).toString('base64');
const read = {
  secret: async (name: string) =>
    name === 'keys'
      ? { data: { a: encoded('A'), b: encoded('B') } }
      : undefined,
  configMap: async () => ({ data: { c: 'C' } }),
};
const mount = (volume: Omit<V1Volume, 'name'>) =>
  mountVolumes(
    { spec: { containers: [], volumes: [{ name: 'v', ...volume }] } },
    { name: 'c', volumeMounts: [{ name: 'v', mountPath: '/mnt' }] },
    mkdtempSync(path.join(folder, 'pod-')),
    read,
  );

test('the files of a Secret lie where its mount is mapped to', async () => {
  const [[from, local]] = await mount({ secret: { secretName: 'keys' } });
  assert.equal(from, '/mnt');
  assert.deepEqual(readdirSync(local).sort(), ['a', 'b']);
  assert.equal(readFileSync(path.join(local, 'a'), 'utf8'), 'A');
});

test('items choose and name the files, but never outside', async () => {
  const items = [
    { key: 'a', path: 'renamed' },
    { key: 'b', path: '../outside' },
  ];
  const [[, local]] = await mount({ secret: { secretName: 'keys', items } });
  assert.deepEqual(readdirSync(local), ['renamed']);
  assert.equal(readdirSync(path.dirname(local)).includes('outside'), false);
});

test('a ConfigMap has files, an empty folder none', async () => {
  const [[, map]] = await mount({ configMap: { name: 'config' } });
  assert.deepEqual(readdirSync(map), ['c']);
  const [[, empty]] = await mount({ emptyDir: {} });
  assert.deepEqual(readdirSync(empty), []);
});

test('a Secret that isn’t there is an error of the configuration', async () => {
  await assert.rejects(
    mount({ secret: { secretName: 'nope' } }),
    new ContainerConfigError('secret "nope" not found'),
  );
});
