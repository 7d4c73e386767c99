import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { httpsStatus } from './httpsStatus.ts';

test('the status is told, whatever it is', async t => {
  const tls = await certificate((await testSettings(t)).state);
  const { url } = await serve(t, call => [Number(call.target.slice(1))], tls);
  assert.equal(await httpsStatus(`${url}/200`), 200);
  assert.equal(await httpsStatus(`${url}/503`), 503);
});

test('with an authority, only a server that it vouches for counts', async t => {
  const { state } = await testSettings(t);
  const tls = await certificate(state);
  const other = await certificate(path.join(state, 'other'));
  const { url } = await serve(t, () => [200], tls);
  assert.equal(await httpsStatus(url, tls.certificate), 200);
  await assert.rejects(httpsStatus(url, other.certificate), /self-signed/);
});

test('where nobody listens, the promise is rejected', async () => {
  await assert.rejects(httpsStatus('https://127.0.0.1:1/'), /ECONNREFUSED/);
});
