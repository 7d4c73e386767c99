import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatElapsed, Progress } from './Progress.ts';

test('elapsed time is short', () => {
  assert.equal(formatElapsed(420), '0.4 s');
  assert.equal(formatElapsed(12_400), '12 s');
  assert.equal(formatElapsed(185_000), '3 min 05 s');
});

test('steps are counted as they end', () => {
  const lines: string[] = [];
  const progress = new Progress(2, line => lines.push(line));
  const first = progress.begin('first');
  const second = progress.begin('second');
  second.done('is up');
  first.failed();
  assert.match(lines[0], /\[1\/2\] second is up/);
  assert.match(lines[1], /\[2\/2\] first FAILED/);
});
