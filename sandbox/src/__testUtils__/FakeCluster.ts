import type { ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import type { KubernetesObject } from '@kubernetes/client-node';
import { type Answer, type Call, serve } from './serve.ts';

/** An API server that lists what it is given, tells watchers of changes, and answers the rest as the test says. */
export class FakeCluster {
  url = '';
  calls: Call[] = [];
  readonly #lists = new Map<string, KubernetesObject[]>();
  readonly #watchers = new Map<string, ServerResponse[]>();

  static async start(
    t: Pick<TestContext, 'after'>,
    lists: Record<string, KubernetesObject[]>,
    rest: Answer = () => [404, {}],
  ): Promise<FakeCluster> {
    const cluster = new FakeCluster();
    for (const [path, items] of Object.entries(lists)) {
      cluster.#lists.set(path, items);
    }
    const { url, calls } = await serve(t, (call, response) => {
      const { pathname, searchParams } = new URL(call.target, 'http://x');
      const items = cluster.#lists.get(pathname);
      if (!items || call.method !== 'GET') return rest(call, response);
      if (!searchParams.has('watch')) {
        return [200, { metadata: { resourceVersion: '1' }, items }];
      }
      const watchers = cluster.#watchers.get(pathname) ?? [];
      cluster.#watchers.set(pathname, [...watchers, response]);
      response.writeHead(200).flushHeaders();
      return undefined;
    });
    cluster.url = url;
    cluster.calls = calls;
    return cluster;
  }

  tell(
    path: string,
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    object: KubernetesObject,
  ): void {
    for (const watcher of this.#watchers.get(path) ?? []) {
      watcher.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  isWatched(path: string): boolean {
    return this.#watchers.has(path);
  }

  /** Bodies of calls to one path, oldest first. */
  bodies<T>(method: string, path: string): T[] {
    return this.calls
      .filter(
        call => call.method === method && call.target.split('?')[0] === path,
      )
      .map(call => JSON.parse(call.body) as T);
  }
}
