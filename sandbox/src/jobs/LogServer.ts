import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';

import { readCriLog } from './CriLog.ts';

const POLL_MS = 200;

export interface ContainerLog {
  readonly file: string;
  /** Whether it may still grow. */
  readonly isOpen: () => boolean;
}

/** Where a container's log lies; undefined when there is none. */
export type FindLog = (
  namespace: string,
  pod: string,
  container: string,
  previous: boolean,
) => ContainerLog | undefined;

export interface LogServerOptions {
  readonly port: number;
  readonly tls: { readonly certificate: string; readonly key: string };
  readonly findLog: FindLog;
  /** What `/healthz` answers: whether the node takes pods. */
  readonly isReady: () => boolean;
}

/** The one kubelet route that `kubectl logs` and Helm's hook output need: GET /containerLogs/<namespace>/<pod>/<container>. */
export function startLogServer(options: LogServerOptions): Promise<Server> {
  const { certificate, key } = options.tls;
  const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
  const server = createServer(tls, (request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve(server));
  });
}

async function answer(
  options: LogServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://localhost');
  if (url.pathname === '/healthz') {
    response.writeHead(options.isReady() ? 200 : 503).end();
    return;
  }
  const [, route, namespace = '', pod = '', container = ''] = url.pathname
    .split('/')
    .map(decodeURIComponent);
  const previous = url.searchParams.get('previous') === 'true';
  const log =
    route === 'containerLogs'
      ? options.findLog(namespace, pod, container, previous)
      : undefined;
  if (!log) {
    const text = `container "${container}" in pod "${pod}" has no log here\n`;
    response.writeHead(404).end(text);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/plain' });
  await sendLog(log, url.searchParams, response);
  response.end();
}

/** Milliseconds since the epoch of the oldest line that is asked for. */
function sinceOf(query: URLSearchParams): number {
  const time = query.get('sinceTime');
  if (time) return Date.parse(time);
  const seconds = query.get('sinceSeconds');
  return seconds ? Date.now() - Number(seconds) * 1000 : 0;
}

async function sendLog(
  log: ContainerLog,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const timestamps = query.get('timestamps') === 'true';
  const follow = query.get('follow') === 'true';
  const tail = query.get('tailLines');
  const since = sinceOf(query);
  let sent = tail ? Math.max(0, readCriLog(log.file).length - Number(tail)) : 0;
  for (;;) {
    // asked before reading: what is written in between comes with the next round
    const more = follow && log.isOpen() && !response.destroyed;
    const fresh = readCriLog(log.file).slice(sent);
    sent += fresh.length;
    const wanted = fresh.filter(line => Date.parse(line.time) >= since);
    const text = wanted.map(
      line => `${timestamps ? `${line.time} ` : ''}${line.text}\n`,
    );
    response.write(text.join(''));
    if (!more) return;
    await delay(POLL_MS);
  }
}
