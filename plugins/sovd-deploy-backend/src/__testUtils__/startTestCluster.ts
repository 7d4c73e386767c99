import recorded from '../overview/recordedObjects.json';
import { startTestApiServer } from './startTestApiServer';
import type {
  TestApiAnswer,
  TestApiCall,
  TestApiServer,
} from './startTestApiServer';

/** Where the recorded release runs. */
export const recordedPlace = {
  cluster: 'demo',
  namespace: 'tram-staging',
  releaseName: 'tram-staging',
};

/** The recorded Deployment, at a revision of Helm. */
export function recordedDeployment(revision: number): object {
  const { metadata, ...rest } = recorded.deployment;
  const annotations = {
    ...metadata.annotations,
    'sovd.io/helm-revision': `${revision}`,
  };
  return { ...rest, metadata: { ...metadata, annotations } };
}

/** A test API server with the objects of one recorded release and silent watches. */
export interface TestCluster extends TestApiServer {
  /** What is answered instead; undefined leaves an answer as it is. */
  instead: (call: TestApiCall) => TestApiAnswer | undefined;
  /** Tells an event to the newest watch of a kind. */
  tell(plural: string, type: string, object: object): void;
  /** Cuts the newest watch of a kind. */
  cut(plural: string): void;
}

export async function startTestCluster(): Promise<TestCluster> {
  const items: Record<string, object[]> = {
    deployments: [recordedDeployment(1)],
    replicasets: [recorded.replicaSet],
    pods: [recorded.pod],
    jobs: [recorded.job],
    horizontalpodautoscalers: [],
  };
  const script: Pick<TestCluster, 'instead'> = { instead: () => undefined };
  const server = await startTestApiServer(call => {
    const { pathname, searchParams } = call.url;
    const refused = script.instead(call);
    if (refused) return refused;
    if (pathname === '/version') return { object: { major: '1' } };
    if (searchParams.has('watch')) return 'silence';
    const plural = pathname.split('/').at(-1) ?? '';
    return {
      object: {
        metadata: { resourceVersion: '7' },
        items: items[plural] ?? [],
      },
    };
  });
  const watchOf = (plural: string) => {
    const watch = server.open.findLast(({ url }) =>
      url.pathname.endsWith(`/${plural}`),
    );
    if (!watch) throw new Error(`Nobody watches ${plural}`);
    return watch.response;
  };
  return Object.assign(script, {
    ...server,
    tell: (plural: string, type: string, object: object) =>
      watchOf(plural).write(`${JSON.stringify({ type, object })}\n`),
    cut: (plural: string) => watchOf(plural).destroy(),
  });
}
