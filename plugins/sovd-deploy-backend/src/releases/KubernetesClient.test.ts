import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { KubernetesClient } from './KubernetesClient';

describe('KubernetesClient', () => {
  let server: Server;
  let answer: RequestListener;
  let client: KubernetesClient;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new KubernetesClient({
      cluster: 'demo',
      connect: async () => ({ url, skipTLSVerify: false, token: 'secret' }),
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('sends body, type and token', async () => {
    let seen: unknown;
    answer = async (request, response) => {
      const { method, url, headers } = request;
      seen = {
        method,
        url,
        type: headers['content-type'],
        authorization: headers.authorization,
        body: await text(request),
      };
      response.end('{"kind":"Namespace"}');
    };
    expect(
      await client.json({
        method: 'PATCH',
        path: '/api/v1/namespaces/ü?a=b',
        contentType: 'application/apply-patch+yaml',
        body: { name: 'ü' },
      }),
    ).toEqual({ kind: 'Namespace' });
    expect(seen).toEqual({
      method: 'PATCH',
      url: '/api/v1/namespaces/%C3%BC?a=b',
      type: 'application/apply-patch+yaml',
      authorization: 'Bearer secret',
      body: '{"name":"ü"}',
    });
  });

  it.each([
    [
      '{"kind":"Status","message":"pods is forbidden","reason":"Forbidden"}',
      'The cluster demo answered: pods is forbidden',
      'Forbidden',
    ],
    ['<html>', 'The cluster demo answered: <html>', 'HTTP403'],
    ['', 'The cluster demo answered: HTTP 403', 'HTTP403'],
  ])(
    'gives a refusal in Kubernetes’ words: %p',
    async (body, message, reason) => {
      answer = (_, response) => {
        response.statusCode = 403;
        response.end(body);
      };
      await expect(client.json({ path: '/x' })).rejects.toMatchObject({
        name: 'KubernetesApiError',
        status: 403,
        message,
        reason,
      });
    },
  );

  it('gives up on a server that says nothing', async () => {
    answer = () => {};
    await expect(
      client.json({ path: '/x', idleTimeout: 50 }),
    ).rejects.toMatchObject({
      reason: 'Unreachable',
      message: expect.stringContaining("The cluster demo can't be reached"),
    });
  });

  it('says that there is no server', async () => {
    server.close();
    await expect(client.json({ path: '/x' })).rejects.toThrow(
      /^The cluster demo can't be reached: ./,
    );
  });

  it('ends with the abort signal', async () => {
    const stopping = new AbortController();
    answer = () => stopping.abort();
    await expect(
      client.json({ path: '/x', signal: stopping.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
