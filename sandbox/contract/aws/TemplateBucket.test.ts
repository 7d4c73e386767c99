import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../../src/__testUtils__/serve.ts';
import { TemplateBucket } from './TemplateBucket.ts';

test('what fits is given as it is, and nobody is asked', async t => {
  const { url, calls } = await serve(t, () => [200, '']);
  const body = 'x'.repeat(51_200);
  const bucket = new TemplateBucket(url);
  assert.deepEqual(await bucket.locate(body), { TemplateBody: body });
  assert.deepEqual(await bucket.locate(undefined), {
    TemplateBody: undefined,
  });
  assert.equal(calls.length, 0);
});

test('what is too large is put under its hash, and named by its address', async t => {
  const { url, calls } = await serve(t, () => [200, '']);
  const { TemplateURL } = await new TemplateBucket(url).locate(
    'x'.repeat(51_201),
  );
  assert.match(
    TemplateURL ?? '',
    /^https:\/\/templates-of-the-tests\.s3\.eu-west-1\.amazonaws\.com\/[0-9a-f]{64}\.yaml$/,
  );
  assert.equal(calls.length, 2);
});
