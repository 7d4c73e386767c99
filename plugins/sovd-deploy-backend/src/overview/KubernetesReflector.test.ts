import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubernetesClient } from '../releases/KubernetesClient';
import { KubernetesReflector } from './KubernetesReflector';
import type { ObservedObject } from './ObservedObjects';

interface Raw {
  metadata: { name: string; resourceVersion?: string };
}
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const raw = (name: string, resourceVersion = '5'): Raw => ({
  metadata: { name, resourceVersion },
});
const page =
  (names: string[], resourceVersion: string, next?: string): Answer =>
  response =>
    response.end(
      JSON.stringify({
        metadata: { resourceVersion, continue: next },
        items: names.map(name => raw(name)),
      }),
    );
const status =
  (code: number, message: string): Answer =>
  response => {
    response.statusCode = code;
    response.end(
      JSON.stringify({ kind: 'Status', code, message, reason: 'X' }),
    );
  };
/** Sends events and leaves the watch open. */
const events =
  (...sent: [string, object][]): Answer =>
  response => {
    response.flushHeaders();
    for (const [type, object] of sent) {
      response.write(`${JSON.stringify({ type, object })}\n`);
    }
  };

/** An API server that answers lists and watches by a script, each in its order. */
class ScriptedServer {
  readonly lists: Answer[] = [];
  readonly watches: Answer[] = [];
  readonly asked: URL[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x');
      this.asked.push(url);
      const script = url.searchParams.has('watch') ? this.watches : this.lists;
      const answer = script.shift() ?? events();
      answer(response, request);
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('KubernetesReflector', () => {
  let server: ScriptedServer;
  let stopping: AbortController;
  let running: Promise<void>;
  let said: string[];
  let tokens: number;

  const start = async () => {
    const url = await server.start();
    const client = new KubernetesClient({
      cluster: 'demo',
      connect: async () => {
        tokens += 1;
        return { url, skipTLSVerify: false, token: 't' };
      },
    });
    running = new KubernetesReflector<Raw, ObservedObject>(
      client,
      {
        name: 'pods',
        path: '/api/v1/pods',
        prune: ({ metadata }) => ({
          uid: metadata.name,
          name: metadata.name,
          namespace: 'n',
          instance: 'i',
          component: 'c',
          createdAt: '',
        }),
      },
      {
        replace: objects =>
          said.push(`list ${objects.map(({ name }) => name).join(' ')}`),
        put: ({ name }) => said.push(`put ${name}`),
        remove: ({ name }) => said.push(`remove ${name}`),
        heard: () => said.push('heard'),
        down: reason => said.push(`down: ${reason}`),
      },
    ).run(stopping.signal);
  };
  const until = async (condition: () => boolean) => {
    for (const end = Date.now() + 60_000; !condition(); ) {
      if (Date.now() > end) throw new Error(`it never came: ${said}`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };
  const news = () => said.filter(text => text !== 'heard');
  const watchesAsked = () =>
    server.asked.filter(url => url.searchParams.has('watch'));

  beforeEach(() => {
    server = new ScriptedServer();
    stopping = new AbortController();
    said = [];
    tokens = 0;
  });
  afterEach(async () => {
    stopping.abort();
    await running;
    server.stop();
  });

  it('lists by pages and watches from there, only what belongs to the product', async () => {
    server.lists.push(page(['a', 'b'], '7', 'next/page'), page(['c'], '7'));
    server.watches.push(
      events(['ADDED', raw('d', '8')], ['DELETED', raw('a', '9')]),
    );
    await start();
    await until(() => news().length === 3);
    expect(news()).toEqual(['list a b c', 'put d', 'remove a']);
    expect(server.asked[1].searchParams.get('continue')).toBe('next/page');
    for (const url of server.asked) {
      expect(url.searchParams.get('labelSelector')).toBe(
        'app.kubernetes.io/part-of=sovd-webapp',
      );
    }
    const watch = watchesAsked()[0].searchParams;
    expect(watch.get('resourceVersion')).toBe('7');
    expect(watch.get('allowWatchBookmarks')).toBe('true');
    expect(Number(watch.get('timeoutSeconds'))).toBeGreaterThan(200);
    // a token is read for each call
    expect(tokens).toBe(server.asked.length);
  });

  it('counts a bookmark as a sign of life and goes on from it', async () => {
    server.lists.push(page(['a'], '7'));
    server.watches.push((response, request) => {
      events(['BOOKMARK', raw('', '42')])(response, request);
      response.end();
    });
    await start();
    await until(() => watchesAsked().length === 2);
    expect(watchesAsked()[1].searchParams.get('resourceVersion')).toBe('42');
    expect(news()).toEqual(['list a']);
  });

  it.each<[string, Answer]>([
    ['as a status', status(410, 'too old resource version')],
    [
      'as an event',
      events(['ERROR', { code: 410, reason: 'Expired', message: 'too old' }]),
    ],
  ])('lists anew when its version has expired, %s', async (_, expired) => {
    server.lists.push(page(['a'], '7'), page(['b'], '90'));
    server.watches.push(expired);
    await start();
    await until(() => watchesAsked().length === 2);
    expect(news()).toEqual(['list a', 'list b']);
  });

  it('says why it is down, goes on trying, and needs no new list', async () => {
    server.lists.push(page(['a'], '7'));
    server.watches.push(
      status(403, 'pods is forbidden'),
      response => response.destroy(),
      events(['MODIFIED', raw('a', '8')]),
    );
    await start();
    await until(() => news().includes('put a'));
    expect(news()[1]).toBe(
      'down: The cluster demo answered: pods is forbidden',
    );
    expect(news()[2]).toMatch(/^down: The cluster demo can't be reached: ./);
    expect(server.asked).toHaveLength(4);
  });

  it('hears of a connection that breaks in the middle of a watch', async () => {
    server.lists.push(page(['a'], '7'));
    server.watches.push(response => {
      response.write(
        `${JSON.stringify({ type: 'ADDED', object: raw('b', '8') })}\n{"ty`,
      );
      setTimeout(() => response.destroy(), 50);
    });
    await start();
    await until(() => news().length === 3);
    expect(news().slice(0, 2)).toEqual(['list a', 'put b']);
    expect(news()[2]).toMatch(
      /^down: The cluster demo can't be reached: the watch of pods was cut/,
    );
    await until(() => watchesAsked().length === 2);
    expect(watchesAsked()[1].searchParams.get('resourceVersion')).toBe('8');
  });
});
