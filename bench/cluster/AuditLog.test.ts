import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { AuditLog } from './AuditLog.ts';

test('it counts what was asked since a place, but no watch and no heartbeat', async t => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-audit-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'audit.log');
  const write = (verb: string, requestURI: string) =>
    appendFile(file, `${JSON.stringify({ verb, requestURI })}\n`);
  await write('list', '/api/v1/pods');
  const log = new AuditLog(file);
  const mark = await log.mark();
  assert.deepEqual(await log.callsSince(mark), []);
  await write('watch', '/api/v1/pods?watch=1');
  await write('get', '/version');
  await write('list', '/api/v1/services');
  assert.deepEqual(
    (await log.callsSince(mark)).map(call => call.requestURI),
    ['/api/v1/services'],
  );
});
