import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { sandboxState } from './sandboxState.fixture.ts';

test('the Git host is asked as the sandbox’s person, and its refusal is told', async t => {
  const { write } = sandboxState(t);
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method, url, headers } = request;
    asked.push([method, url, headers.authorization, body].join(' ').trim());
    if (url?.endsWith('/merge')) {
      response.statusCode = 405;
      response.end('{"message":"has conflicts"}');
      return;
    }
    response.end(JSON.stringify([{ name: 'fleet' }, { name: 'shop' }]));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  write({
    SANDBOX_GIT_URL: `http://127.0.0.1:${port}`,
    SANDBOX_GIT_USERNAME: 'mira',
    SANDBOX_GIT_PASSWORD: 'secret',
  });
  const { mergePullRequest, repositoriesOf } = await import('./gitHost.ts');
  assert.deepEqual(await repositoriesOf('sovd'), ['fleet', 'shop']);
  await assert.rejects(mergePullRequest('sovd/fleet', 3), /405.*conflicts/);
  const login = `Basic ${Buffer.from('mira:secret').toString('base64')}`;
  assert.deepEqual(asked, [
    `GET /api/v1/orgs/sovd/repos ${login}`,
    `POST /api/v1/repos/sovd/fleet/pulls/3/merge ${login} {"Do":"merge"}`,
  ]);
});
