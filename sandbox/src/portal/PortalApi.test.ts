import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { PortalApi, PortalError } from './PortalApi.ts';

test('asks as the guest, and gives what is answered', async t => {
  const { calls, url } = await serve(t, ({ target }) =>
    target === '/things'
      ? [200, { items: [1] }]
      : [200, { backstageIdentity: { token: 'g' } }],
  );
  const portal = await PortalApi.signIn(url);
  assert.deepEqual(await portal.get('/things'), { items: [1] });
  await portal.post('/things', { new: true });
  const [, get, post] = calls;
  assert.equal(get.headers.authorization, 'Bearer g');
  assert.equal(post.body, '{"new":true}');
  assert.equal(post.headers['content-type'], 'application/json');
});

test('tells the message of an error, wrapped or not', async t => {
  const { url } = await serve(t, ({ target }) => {
    if (target === '/a') return [404, { error: { message: 'no such thing' } }];
    if (target === '/b') return [502, 'Bad gateway'];
    return [200, { backstageIdentity: { token: 'g' } }];
  });
  const portal = await PortalApi.signIn(url);
  await assert.rejects(portal.get('/a'), error => {
    assert.ok(error instanceof PortalError);
    assert.equal(error.status, 404);
    return /\/a answered 404: no such thing/.test(error.message);
  });
  await assert.rejects(portal.get('/b'), /502: Bad gateway/);
});

test('says what to start where nobody answers', async () => {
  await assert.rejects(PortalApi.signIn('http://127.0.0.1:1'), /yarnw start/);
});
