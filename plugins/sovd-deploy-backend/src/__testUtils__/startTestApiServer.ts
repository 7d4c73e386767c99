import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ClusterAccess } from '../releases/ClusterAccess';

/** One call as an API server of Kubernetes gets it. */
export interface TestApiCall {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  /** Parsed; undefined where none was sent. */
  body?: unknown;
}

/** Says nothing, leaves the answer open, or gives status and object. */
export type TestApiAnswer = { status?: number; object: object } | 'silence';

/** An API server on loopback that answers as a test says. */
export interface TestApiServer {
  access: ClusterAccess;
  calls: TestApiCall[];
  /** Open answers; a test may write to them and end them. */
  open: { url: URL; response: ServerResponse }[];
  close(): void;
}

/** What Kubernetes answers when it refuses. */
export function apiRefusal(
  code: number,
  reason: string,
  message: string,
): TestApiAnswer {
  return {
    status: code,
    object: { kind: 'Status', status: 'Failure', code, reason, message },
  };
}

export async function startTestApiServer(
  answer: (call: TestApiCall) => TestApiAnswer,
): Promise<TestApiServer> {
  const calls: TestApiCall[] = [];
  const open: TestApiServer['open'] = [];
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const call: TestApiCall = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', 'http://cluster'),
      headers: request.headers,
      ...(sent && { body: JSON.parse(sent) }),
    };
    calls.push(call);
    const given = answer(call);
    if (given === 'silence') {
      response.flushHeaders();
      open.push({ url: call.url, response });
      return;
    }
    response.statusCode = given.status ?? 200;
    response.end(JSON.stringify(given.object));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    access: {
      cluster: 'demo',
      connect: async () => ({ url, skipTLSVerify: false, token: 'secret' }),
    },
    calls,
    open,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
