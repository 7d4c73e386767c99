import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Backoff } from './Backoff.ts';

test('doubles up to five minutes', () => {
  const backoff = new Backoff(10, new AbortController().signal);
  assert.deepEqual(
    [0, 1, 4, 5, 20].map(failures => backoff.seconds(failures)),
    [10, 20, 160, 300, 300],
  );
});

test('ends with the pod', async () => {
  const stop = new AbortController();
  const sleep = new Backoff(10, stop.signal).sleep(60);
  stop.abort('deleted');
  await assert.rejects(sleep, { name: 'AbortError' });
});
