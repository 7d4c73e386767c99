import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { TestContext } from 'node:test';

export interface Call {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What is answered: a status and JSON or text, or whatever the test itself writes. */
export type Answer = (
  call: Call,
  response: ServerResponse,
) => [status: number, body?: object | string] | undefined;

function listener(answer: Answer, calls: Call[]): RequestListener {
  return async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const { method = '', url: target = '', headers } = request;
    const call = { method, target, headers, body };
    calls.push(call);
    const [status, content = ''] = answer(call, response) ?? [];
    if (status === undefined) return;
    const text =
      typeof content === 'string' ? content : JSON.stringify(content);
    const type =
      typeof content === 'string' ? 'text/plain' : 'application/json';
    response.writeHead(status, { 'content-type': type }).end(text);
  };
}

/** A server on a free port that ends with the test, and what it was asked. */
export async function serve(
  t: Pick<TestContext, 'after'>,
  answer: Answer,
  tls?: { certificate: string; key: string },
): Promise<{ port: number; url: string; calls: Call[] }> {
  const calls: Call[] = [];
  const listen = listener(answer, calls);
  const server = tls
    ? createTlsServer(
        {
          cert: await readFile(tls.certificate),
          key: await readFile(tls.key),
        },
        listen,
      )
    : createServer(listen);
  (server as Server).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    calls,
  };
}
