import assert from 'node:assert/strict';
import { test } from 'node:test';

import { refreshInterval } from './refreshInterval.ts';

for (const [text, expected] of [
  [undefined, 3_600_000],
  ['1h0m0s', 3_600_000],
  ['1h30m', 5_400_000],
  ['1.5s', 1500],
  ['250ms', 250],
  ['0', undefined],
  ['0s', undefined],
] as const) {
  test(`${text} is ${expected} ms`, () => {
    assert.equal(refreshInterval(text), expected);
  });
}

test('what is no duration is refused', () => {
  for (const text of ['', 'soon', '10', '1h soon']) {
    assert.throws(() => refreshInterval(text), /is no duration/);
  }
});
