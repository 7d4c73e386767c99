import assert from 'node:assert/strict';
import { it } from 'node:test';
import { summarize } from './summary.ts';
import type { StageResult } from './Stage.ts';

const result = (
  name: string,
  passed: number,
  failed: number,
  failure?: string,
  skipped = 0,
): StageResult => ({
  stage: {
    name,
    shows: '',
    program: 'x',
    args: [],
    report: { kind: 'jest', file: 'x' },
  },
  seconds: 1.25,
  counts: { passed, failed, skipped, failures: failure ? [failure] : [] },
  failure,
});

it('ends with the true sum of all stages', () => {
  const text = summarize([result('a', 3, 0), result('b', 4, 2, '2 failed')]);
  assert.equal(text.split('\n').at(-1), '7 passed, 2 failed');
  assert.match(text, /^FAILED in b: 2 failed$/m);
  assert.match(text, /b {2,}4 passed, 2 failed {2,}FAILED: 2 failed/);
});

it('has what was skipped on a line of its own, before the sum', () => {
  const text = summarize([
    result('a', 3, 0, undefined, 1),
    result('b', 4, 0, undefined, 2),
  ]);
  assert.deepEqual(text.split('\n').slice(-2), [
    '3 skipped',
    '7 passed, 0 failed',
  ]);
  assert.doesNotMatch(summarize([result('a', 3, 0)]), /skipped/);
});
