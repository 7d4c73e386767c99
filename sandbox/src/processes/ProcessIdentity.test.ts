import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  formatIdentity,
  identifyProcess,
  isAlive,
  parseIdentity,
  readLiveProcess,
} from './ProcessIdentity.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-identity-'));
});
after(() => rm(folder, { recursive: true }));

test('this process lives and is found by its file', async () => {
  const me = await identifyProcess(process.pid);
  assert.ok(me);
  const file = path.join(folder, 'me');
  await writeFile(file, formatIdentity(me));
  assert.deepEqual(await readLiveProcess(file), me);
});

test('a later process with the same id is not the one that was written down', async () => {
  const me = await identifyProcess(process.pid);
  assert.ok(me);
  assert.equal(await isAlive({ ...me, startTime: `${me.startTime}0` }), false);
});

test('an ended process is gone', async () => {
  const child = spawn('true');
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  await once(child, 'close');
  assert.equal(await identifyProcess(pid), undefined);
});

test('text of another form names nobody', () => {
  assert.equal(parseIdentity(''), undefined);
  assert.equal(parseIdentity('12'), undefined);
  assert.equal(parseIdentity('12 boot/3'), undefined);
  assert.deepEqual(parseIdentity('12 boot/3\n'), {
    pid: 12,
    startTime: 'boot/3',
  });
});
