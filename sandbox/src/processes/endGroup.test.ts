import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { endGroup } from './endGroup.ts';
import { identifyProcess } from './ProcessIdentity.ts';

test('a leader ends together with its children', async () => {
  const script = 'sleep 60 & echo $!; wait';
  const leader = spawn('sh', ['-c', script], { detached: true });
  const [line] = (await once(leader.stdout, 'data')) as [Buffer];
  const closed = once(leader, 'close');
  await endGroup(leader.pid ?? 0);
  await closed;
  assert.equal(await identifyProcess(Number(line.toString())), undefined);
});

test('a group that is gone already is no error', async () => {
  const leader = spawn('true', { detached: true });
  await once(leader, 'close');
  await endGroup(leader.pid ?? 0);
});
