import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { endOrphan, recordProcess } from './processGroups.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-groups-'));
after(() => rmSync(folder, { recursive: true }));
const record = path.join(folder, 'process.json');

test('an orphan is ended with all of its group', async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const exited = once(child, 'exit');
  recordProcess(record, child.pid ?? 0);
  assert.equal(endOrphan(record), true);
  assert.deepEqual(await exited, [null, 'SIGKILL']);
  assert.equal(existsSync(record), false);
});

test('another process with the same id is left alone', () => {
  writeFileSync(
    record,
    JSON.stringify({ pid: process.pid, startTime: 'before' }),
  );
  assert.equal(endOrphan(record), false);
  assert.equal(existsSync(record), false);
});

test('without a record there is nothing to do', () => {
  assert.equal(endOrphan(path.join(folder, 'nothing')), false);
});
