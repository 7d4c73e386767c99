import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { offersTemplate } from './offersTemplate.ts';

let known = false;
let url: string;

const portal = createServer((request, response) => {
  const signsIn =
    request.method === 'POST' && request.url === '/api/auth/guest/refresh';
  const asksForTemplate =
    request.url ===
      '/api/catalog/entities/by-name/template/default/sovd-webapp' &&
    request.headers.authorization === 'Bearer of-the-guest';
  response.statusCode = signsIn || (asksForTemplate && known) ? 200 : 404;
  response.end(
    JSON.stringify({ backstageIdentity: { token: 'of-the-guest' } }),
  );
});

before(async () => {
  await new Promise<void>(resolve => {
    portal.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
});

after(() => portal.close());

test('says no until the catalog has read the template', async () => {
  assert.equal(await offersTemplate(url), false);
  known = true;
  assert.equal(await offersTemplate(url), true);
});

test('passes a connection error on to whoever asks again', async () => {
  await assert.rejects(offersTemplate('http://127.0.0.1:1'));
});
