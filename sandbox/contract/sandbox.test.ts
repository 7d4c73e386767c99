import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './sandbox.ts';

test('any answer but undefined is one', async () => {
  const answers = [undefined, false];
  const ask = async () => answers.shift();
  assert.equal(await eventually('an answer', ask), false);
});

test('after the given time it says what is still missing', async () => {
  const asking = eventually('rain', async () => undefined, 0);
  await assert.rejects(asking, /After 0 s still not: rain/);
});

test('an error is told at once', async () => {
  let asked = 0;
  const asking = eventually('rain', async () => {
    asked += 1;
    throw new Error('broken');
  });
  await assert.rejects(asking, /broken/);
  assert.equal(asked, 1);
});
