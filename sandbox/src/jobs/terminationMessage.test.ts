import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { terminationMessage } from './terminationMessage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-message-'));
after(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'message');
const failed = { file, exitCode: 1, policy: 'FallbackToLogsOnError' };

test('is what the process wrote, at most the last 4096 bytes', () => {
  writeFileSync(file, `${'a'.repeat(10)}${'b'.repeat(4096)}`);
  const message = terminationMessage({ ...failed, logLines: ['log'] });
  assert.equal(message, 'b'.repeat(4096));
});

test('is the end of the log after a failure that wrote nothing', () => {
  writeFileSync(file, '');
  const logLines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  const message = terminationMessage({ ...failed, logLines }) ?? '';
  assert.equal(message.split('\n')[0], 'line 20');
  assert.equal(message.endsWith('line 99\n'), true);
  const long = terminationMessage({ ...failed, logLines: ['x'.repeat(5000)] });
  assert.equal(long?.length, 2048);
});

test('is nothing without a failure or without that policy', () => {
  const logLines = ['log'];
  for (const other of [{ exitCode: 0 }, { policy: 'File' }]) {
    const options = { ...failed, ...other, logLines };
    assert.equal(terminationMessage(options), undefined);
  }
});
