import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';

import {
  KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
} from '@kubernetes/client-node';

import { SteadyWatch } from './SteadyWatch.ts';

const PATH = '/api/v1/things';
const thing = (name: string, resourceVersion: string) => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name, resourceVersion },
});
let server: Server;

/** An API server that lists one thing, and tells of others when it is watched. */
async function serve(port: number, later: readonly string[]): Promise<number> {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.searchParams.has('watch')) {
      response.writeHead(200).flushHeaders();
      for (const name of later) {
        const object = thing(name, '10');
        response.write(`${JSON.stringify({ type: 'ADDED', object })}\n`);
      }
      return;
    }
    const metadata = { resourceVersion: '9' };
    response.end(JSON.stringify({ metadata, items: [thing('first', '1')] }));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
async function crash(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
after(() => crash());

test('it waits for the API server, and comes back with it', async () => {
  const port = await serve(0, []);
  await crash();
  const url = `http://127.0.0.1:${port}`;
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'c', server: url, skipTLSVerify: true },
    { name: 'u' },
  );
  const reports: string[] = [];
  const told = new EventEmitter();
  const watch = new SteadyWatch<KubernetesObject>({
    ...{ config, path: PATH },
    list: async () => {
      const answer = await fetch(`${url}${PATH}`);
      return (await answer.json()) as KubernetesListObject<KubernetesObject>;
    },
    report: message => {
      reports.push(message);
      told.emit('report');
    },
  });
  watch.objects.on('add', object => told.emit(object.metadata?.name ?? ''));

  const first = once(told, 'first');
  const started = watch.start();
  await once(told, 'report');
  assert.match(reports[0], /can't be listed/);
  await serve(port, []);
  await Promise.all([first, started]);

  const second = once(told, 'second');
  await crash();
  await once(told, 'report');
  await serve(port, ['second']);
  await second;
  assert.match(reports.at(-1) ?? '', /ended/);
  await watch.stop();
});
