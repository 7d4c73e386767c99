import { mockServices } from '@backstage/backend-test-utils';
import { apiRefusal } from '../__testUtils__/startTestApiServer';
import {
  recordedDeployment,
  recordedPlace,
  startTestCluster,
} from '../__testUtils__/startTestCluster';
import type { TestCluster } from '../__testUtils__/startTestCluster';
import { until } from '../__testUtils__/until';
import { KubernetesClusterWatch } from './KubernetesClusterWatch';

const { namespace, releaseName } = recordedPlace;

describe('KubernetesClusterWatch', () => {
  let cluster: TestCluster;
  let stopping: AbortController;
  let running: Promise<void>;
  let watch: KubernetesClusterWatch;
  const onChange = jest.fn();
  const logger = mockServices.logger.mock();
  const seen = () => watch.observe(namespace, releaseName);
  const start = () => {
    watch = new KubernetesClusterWatch(cluster.access, logger, onChange);
    running = watch.run(stopping.signal);
  };
  const untilItFollows = () =>
    until(
      () => cluster.open.length === 5 && seen().staleReason === undefined,
      () => JSON.stringify(seen()),
    );

  beforeEach(async () => {
    jest.clearAllMocks();
    stopping = new AbortController();
    cluster = await startTestCluster();
  });
  afterEach(async () => {
    stopping.abort();
    await running;
    cluster.close();
  });

  it('shows nothing before it has read everything', async () => {
    cluster.instead = ({ url }) =>
      url.pathname.endsWith('/jobs') ? 'silence' : undefined;
    start();
    await until(() => cluster.open.length === 5);
    expect(seen()).toEqual({
      value: undefined,
      observedAt: expect.any(String),
      staleReason: 'The cluster demo has not been read yet',
    });
  });

  it('shows a release once it has read everything, and tells its namespace', async () => {
    start();
    await untilItFollows();
    expect(seen().value?.rollout).toMatchObject({
      revision: 1,
      workloads: [{ component: 'backend' }],
    });
    expect(seen().value?.migrationJob).toBeDefined();
    expect(onChange).toHaveBeenCalledWith(namespace);
    expect(watch.observe('other', releaseName).value).toEqual({});
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('asks whether the API server is there, and for five kinds of objects', async () => {
    start();
    await untilItFollows();
    const asked = new Set(cluster.calls.map(({ url }) => url.pathname));
    expect([...asked].sort()).toEqual([
      '/api/v1/pods',
      '/apis/apps/v1/deployments',
      '/apis/apps/v1/replicasets',
      '/apis/autoscaling/v2/horizontalpodautoscalers',
      '/apis/batch/v1/jobs',
      '/version',
    ]);
  });

  it('takes in what a watch tells', async () => {
    start();
    await untilItFollows();
    onChange.mockClear();
    cluster.tell('deployments', 'MODIFIED', recordedDeployment(4));
    await until(() => seen().value?.rollout?.revision === 4);
    expect(onChange).toHaveBeenCalledWith(namespace);
    cluster.tell('deployments', 'DELETED', recordedDeployment(4));
    await until(() => seen().value?.rollout === undefined);
    expect(seen().staleReason).toBeUndefined();
  });

  it('says once why it can not follow, keeps what it saw, and says when it can again', async () => {
    start();
    await untilItFollows();
    cluster.instead = ({ url }) =>
      url.pathname.endsWith('/pods')
        ? apiRefusal(403, 'Forbidden', 'pods is forbidden')
        : undefined;
    onChange.mockClear();
    cluster.cut('pods');
    await until(
      () =>
        seen().staleReason === 'The cluster demo answered: pods is forbidden',
      () => JSON.stringify(seen()),
    );
    expect(seen().value?.rollout).toMatchObject({ revision: 1 });
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^Can't follow pods of demo: /)],
    ]);

    cluster.instead = () => undefined;
    await until(() => seen().staleReason === undefined);
    expect(logger.info).toHaveBeenCalledWith('Follows pods of demo again');
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('does not call a cluster fresh whose API server says that it is not well', async () => {
    cluster.instead = ({ url }) =>
      url.pathname === '/version'
        ? apiRefusal(503, 'X', 'shutting down')
        : undefined;
    start();
    await until(() => cluster.open.length === 5);
    await until(() => logger.warn.mock.calls.length > 0);
    expect(seen()).toMatchObject({
      value: undefined,
      staleReason: 'The cluster demo answered: shutting down',
    });
  });
});
