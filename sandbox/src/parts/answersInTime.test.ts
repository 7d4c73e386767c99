import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { until } from '../__testUtils__/until.ts';
import { imagesPart } from '../images/imagesPart.ts';
import { answersInTime } from './answersInTime.ts';

test('an answer is an answer, a refusal is an error', async t => {
  const { port } = await serve(t, () => [200]);
  const settings = await testSettings(t, { images: port });
  assert.equal(await answersInTime(imagesPart, settings), true);
  const nowhere = await testSettings(t, { images: 1 });
  await assert.rejects(answersInTime(imagesPart, nowhere), /fetch failed/);
});

test('a server that takes the question and says nothing is not ready', async t => {
  const { port, calls } = await serve(t, () => undefined);
  const settings = await testSettings(t, { images: port });
  assert.equal(await answersInTime(imagesPart, settings, 300), false);
  await until('the question', () => calls.length === 1);
});
