import { mockServices } from '@backstage/backend-test-utils';
import {
  recordedDeployment,
  recordedPlace,
  startTestCluster,
} from '../__testUtils__/startTestCluster';
import type { TestCluster } from '../__testUtils__/startTestCluster';
import { until } from '../__testUtils__/until';
import { KubernetesClusterObserver } from './KubernetesClusterObserver';

const { namespace } = recordedPlace;

describe('KubernetesClusterObserver', () => {
  let cluster: TestCluster;
  let other: TestCluster;
  let observer: KubernetesClusterObserver;
  let heard: { cluster: string; namespace: string }[];
  const follows = (name: string) =>
    observer.observe({ ...recordedPlace, cluster: name }).staleReason ===
    undefined;
  /** Until nothing more is heard of what was before: longer than changes are held back. */
  const quiet = async () => {
    for (let before = -1; before < heard.length; ) {
      before = heard.length;
      await new Promise(resolve => setTimeout(resolve, 600));
    }
  };

  beforeEach(async () => {
    cluster = await startTestCluster();
    other = await startTestCluster();
    observer = new KubernetesClusterObserver({
      clusters: [cluster.access, { ...other.access, cluster: 'other' }],
      logger: mockServices.logger.mock(),
    });
    heard = [];
    observer.onChange(place => heard.push(place));
  });
  afterEach(async () => {
    await observer.stop();
    cluster.close();
    other.close();
  });

  it('follows nothing before it is started', () => {
    expect(observer.observe(recordedPlace)).toMatchObject({
      value: undefined,
      staleReason: 'The cluster demo has not been read yet',
    });
    expect(cluster.calls).toEqual([]);
  });

  it('tells apart what runs at the same place of two clusters', async () => {
    observer.start();
    await until(() => follows('demo') && follows('other'));
    await until(() => other.open.length === 5);
    other.tell('deployments', 'MODIFIED', recordedDeployment(9));
    const revisionAt = (name: string) =>
      observer.observe({ ...recordedPlace, cluster: name }).value?.rollout
        ?.revision;
    await until(() => revisionAt('other') === 9);
    expect(revisionAt('demo')).toBe(1);
  });

  it('goes on with one cluster when the other is gone', async () => {
    other.close();
    observer.start();
    await until(() => follows('demo'));
    await until(
      () =>
        observer
          .observe({ ...recordedPlace, cluster: 'other' })
          .staleReason?.includes("can't be reached") ?? false,
    );
    expect(observer.observe(recordedPlace).value?.rollout).toBeDefined();
  });

  it('makes one call of many changes of one place', async () => {
    observer.start();
    await until(() => follows('demo') && follows('other'));
    await until(() => heard.length >= 2 && cluster.open.length === 5);
    await quiet();
    heard.length = 0;
    for (const revision of [2, 3, 4]) {
      cluster.tell('deployments', 'MODIFIED', recordedDeployment(revision));
    }
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ cluster: 'demo', namespace }]);
    expect(observer.observe(recordedPlace).value?.rollout?.revision).toBe(4);
  });

  it('tells nothing any more once it is stopped', async () => {
    observer.start();
    await until(() => follows('demo') && cluster.open.length === 5);
    await until(() => heard.length > 0);
    await observer.stop();
    heard.length = 0;
    const asked = cluster.calls.length;
    cluster.tell('deployments', 'MODIFIED', recordedDeployment(2));
    // Longer than changes are held back.
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(heard).toEqual([]);
    expect(cluster.calls).toHaveLength(asked);
  });

  it('names a cluster that nobody configured', () => {
    const place = { ...recordedPlace, cluster: 'gone' };
    expect(observer.observe(place)).toMatchObject({
      value: undefined,
      staleReason: 'The configuration names no cluster gone',
    });
  });
});
