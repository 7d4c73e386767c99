import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBytes, inShort, inTime, median, percentile } from './statistics.ts';

test('a percentile is one of the values', () => {
  const values = [5, 1, 4, 2, 3];
  assert.equal(median(values), 3);
  assert.equal(percentile(values, 0.95), 5);
  assert.equal(percentile(values, 0), 1);
  assert.equal(percentile([7], 0.5), 7);
  assert.throws(() => median([]), /nothing/);
});

test('numbers have as many digits as one reads', () => {
  assert.equal(inShort(0.4321), '0.43');
  assert.equal(inShort(12.345), '12.3');
  assert.equal(inShort(1234.5), '1235');
  assert.equal(inTime(999), '999 ms');
  assert.equal(inTime(1_500), '1.50 s');
  assert.equal(inBytes(812), '812 B');
  assert.equal(inBytes(41_230), '41.2 kB');
});
