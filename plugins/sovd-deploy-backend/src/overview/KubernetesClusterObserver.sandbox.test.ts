import { rm } from 'node:fs/promises';
import { connect, createServer, Server, Socket } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { HelmProgram } from '../releases/HelmProgram';
import { HelmReleaseDeployer } from '../releases/HelmReleaseDeployer';
import { KubernetesClient } from '../releases/KubernetesClient';
import { KubernetesClusterAccess } from '../releases/KubernetesClusterAccess';
import { KubernetesNamespaceBootstrapper } from '../releases/KubernetesNamespaceBootstrapper';
import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import {
  testChart,
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import type { ObservedEnvironment } from './ClusterObserver';
import { KubernetesClusterObserver } from './KubernetesClusterObserver';

jest.setTimeout(240_000);

/** A connection to the API server that can be cut without touching the server. */
class CuttableProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  port = 0;

  constructor(private readonly target: URL) {}

  async open(): Promise<void> {
    this.server = createServer(from => {
      const to = connect(Number(this.target.port), this.target.hostname);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ]) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => this.sockets.delete(one));
      }
    });
    await new Promise<void>(resolve =>
      this.server?.listen(this.port, '127.0.0.1', resolve),
    );
    const address = this.server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  async cut(): Promise<void> {
    const closed = new Promise(resolve => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

describe('KubernetesClusterObserver on the sandbox', () => {
  const { signal } = new AbortController();
  const environment = testEnvironment(`o${Date.now().toString(36).slice(-6)}`);
  const { cluster: name, namespace, releaseName } = environment;
  const report = {
    current: ['0001'],
    heads: ['0001'],
    applied: ['0001'],
    durationMs: 108,
  };
  const changes: string[] = [];
  let cluster: ReturnType<typeof sandboxCluster>;
  let client: KubernetesClient;
  let proxy: CuttableProxy;
  let observer: KubernetesClusterObserver;
  let folder: string;
  let deployer: HelmReleaseDeployer;

  const observe = () =>
    observer.observe({ cluster: name, namespace, releaseName });
  const seen = (): ObservedEnvironment => observe().value ?? {};
  const until = async (what: string, condition: () => boolean) => {
    for (const end = Date.now() + 30_000; !condition(); ) {
      if (Date.now() > end) {
        throw new Error(`never: ${what}; ${JSON.stringify(observe())}`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };
  const deploy = (tag: string, changeId: string) =>
    deployer.deploy(
      {
        environment,
        sourceFolder: folder,
        images: [testImage(tag)],
        outputs: testOutputs,
        values: {},
        changeId,
      },
      () => {},
      signal,
    );

  beforeAll(async () => {
    cluster = sandboxCluster();
    client = new KubernetesClient(cluster.admin);
    proxy = new CuttableProxy(new URL(cluster.place.url));
    await proxy.open();
    observer = new KubernetesClusterObserver({
      clusters: [
        new KubernetesClusterAccess(
          { ...cluster.place, url: `https://127.0.0.1:${proxy.port}` },
          { token: cluster.readerToken },
        ),
      ],
      logger: mockServices.logger.mock(),
    });
    observer.onChange(place => changes.push(place.namespace));
    observer.start();
    folder = await testRepository(
      testChart(environment, { report: JSON.stringify(report) }),
    );
    await new KubernetesNamespaceBootstrapper({
      accessOf: () => cluster.deployer,
    }).bootstrap(environment, folder, signal);
    deployer = new HelmReleaseDeployer({
      program: new HelmProgram({ helm: cluster.helm }),
      placeOf: () => ({
        access: cluster.deployer,
        releaseTimeoutMs: 60_000,
        progressDeadlineSeconds: 30,
      }),
    });
    await deploy('1.0.0', 'one');
  });

  afterAll(async () => {
    await observer?.stop();
    await proxy?.cut();
    await client.json({
      method: 'DELETE',
      path: `/api/v1/namespaces/${namespace}`,
    });
    await rm(folder, { recursive: true });
  });

  it('shows the rollout of a release and the report of its migration', async () => {
    await until(
      'rollout',
      () =>
        seen().rollout?.phase === 'succeeded' &&
        observe().staleReason === undefined,
    );
    expect(seen()).toMatchObject({
      rollout: {
        revision: 1,
        version: '1.0.0',
        workloads: [
          {
            name: 'backend',
            component: 'backend',
            desired: 2,
            readyNew: 2,
            readyOld: 0,
            notReady: 0,
          },
        ],
      },
      migrationJob: { job: 'migrate-1', phase: 'succeeded', report },
    });
    expect(changes).toContain(namespace);
  });

  it("shows somebody else's scaling", async () => {
    await client.json({
      method: 'PATCH',
      path: `/apis/apps/v1/namespaces/${namespace}/deployments/backend/scale`,
      contentType: 'application/merge-patch+json',
      body: { spec: { replicas: 3 } },
    });
    await until('3 desired', () => seen().rollout?.workloads[0].desired === 3);
    await until('3 ready', () => seen().rollout?.workloads[0].readyNew === 3);
    await client.json({
      method: 'PATCH',
      path: `/apis/apps/v1/namespaces/${namespace}/deployments/backend/scale`,
      contentType: 'application/merge-patch+json',
      body: { spec: { replicas: 2 } },
    });
    await until('2 ready', () => seen().rollout?.workloads[0].readyNew === 2);
    expect(seen().rollout?.workloads[0].desired).toBe(2);
  });

  it('keeps the report when the pod of the migration goes', async () => {
    const path = `/api/v1/namespaces/${namespace}/pods`;
    const pods = await client.json<{
      items: { metadata: { name: string } }[];
    }>({ path });
    const pod = pods.items.find(({ metadata }) =>
      metadata.name.startsWith('migrate-1-'),
    );
    changes.length = 0;
    await client.json({
      method: 'DELETE',
      path: `${path}/${pod?.metadata.name}`,
    });
    await until('news of it', () => changes.length > 0);
    expect(seen().migrationJob?.report).toEqual(report);
  });

  it('names the cause of pods that crash while the old ones serve', async () => {
    const deploying = deploy('1.0.1-crash', 'two').catch(error => error);
    await until(
      'cause',
      () => seen().rollout?.workloads[0].cause !== undefined,
    );
    expect(seen().rollout).toMatchObject({
      version: '1.0.1-crash',
      workloads: [
        {
          readyOld: 2,
          readyNew: 0,
          notReady: 1,
          cause: expect.stringMatching(
            /^CrashLoopBackOff: panic: DATABASE_URL is not set/,
          ),
        },
      ],
    });
    await deploying;
    await until('way back', () => seen().rollout?.phase === 'succeeded');
    expect(seen().rollout?.version).toBe('1.0.0');
  });

  it('keeps the last value with the reason while the cluster is away, and catches up', async () => {
    await proxy.cut();
    await until('stale', () => observe().staleReason !== undefined);
    const { value, staleReason, observedAt } = observe();
    expect(staleReason).toMatch(/^The cluster sandbox can't be reached: ./);
    expect(value?.rollout?.version).toBe('1.0.0');
    await client.json({
      method: 'PATCH',
      path: `/apis/apps/v1/namespaces/${namespace}/deployments/backend/scale`,
      contentType: 'application/merge-patch+json',
      body: { spec: { replicas: 1 } },
    });
    expect(observe().observedAt).toBe(observedAt);
    await proxy.open();
    await until(
      'fresh and caught up',
      () =>
        observe().staleReason === undefined &&
        seen().rollout?.workloads[0].desired === 1,
    );
  });
});
