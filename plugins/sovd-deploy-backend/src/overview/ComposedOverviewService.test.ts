import {
  environmentOverviewSchema,
  environmentSummarySchema,
  type Change,
} from '@sovd/plugin-sovd-deploy-common';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { testTarget } from '../__testUtils__/testTarget';
import { settle } from '../__testUtils__/stackProvisionerContract';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { CachedStackReader } from './CachedStackReader';
import {
  ComposedOverviewService,
  ComposedOverviewServiceOptions,
} from './ComposedOverviewService';
import { FakeClusterObserver } from './FakeClusterObserver';
import {
  testDeployment,
  testPod,
  testReplicaSet,
} from '../__testUtils__/testObjects';
import { toRollout } from './toRollout';

const environment = testEnvironment('fleet');
const observedAt = '2026-11-21T10:00:00.000Z';
const rollout = toRollout(
  [testDeployment()],
  [testReplicaSet('r')],
  [testPod('1', 'r'), testPod('2', 'r'), testPod('3', 'r')],
);
const run = {
  job: 'migrate-1',
  uid: '1',
  phase: 'succeeded' as const,
  finishedAt: observedAt,
  report: { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 },
};

/** A store that knows one value of the environment, or none. */
function known<T>(value?: T) {
  return {
    latest: async () => value,
    latestOf: async () =>
      new Map(value === undefined ? [] : [[environment.id, value]]),
  };
}

const broken = {
  latest: () => Promise.reject(new Error('disk full')),
  latestOf: () => Promise.reject(new Error('disk full')),
};

const summaryOf = async (service: ComposedOverviewService) => {
  const [summary] = await service.summarizeAll([environment]);
  return summary;
};

describe('ComposedOverviewService', () => {
  const provisioner = new FakeStackProvisioner();
  let observer: FakeClusterObserver;

  const serviceWith = (options: Partial<ComposedOverviewServiceOptions> = {}) =>
    new ComposedOverviewService({
      observer,
      stacks: new CachedStackReader({
        provisioners: [provisioner],
        onChange: () => {},
      }),
      reports: known(run),
      releases: known(),
      changes: known(),
      channels: { channelOf: async () => 'random' },
      estimator: new EnvironmentEstimator([testTarget]),
      fleetChannel: 'fleet',
      ...options,
    });

  beforeAll(() =>
    settle(provisioner, {
      environment,
      template: 't',
      parameters: {},
      changeId: 'c1',
    }),
  );
  beforeEach(() => {
    observer = new FakeClusterObserver();
    observer.show(environment, { value: { rollout }, observedAt });
  });

  it('puts the parts together as the contract has them, each with its source', async () => {
    const overview = await serviceWith().get(environment);
    expect(environmentOverviewSchema.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject({
      health: 'healthy',
      headline: { headline: 'Runs 2.5.0; all 3 pods are ready' },
      stack: { state: 'value', source: 'CloudFormation' },
      release: { state: 'absent' },
      rollout: { state: 'value', source: 'Kubernetes', observedAt },
      databaseMigration: {
        state: 'value',
        source: 'Portal',
        value: { atHead: true },
      },
      cost: {
        state: 'value',
        source: 'Price book of 2026-09-03',
        value: { baseline: 439.99, budget: 800, verdict: 'within' },
      },
      channel: 'random',
    });
  });

  it('shows no cost, and no zero, where a price is unknown', async () => {
    const elsewhere = { ...environment, region: 'mars-1' };
    const service = serviceWith();
    expect(await service.get(elsewhere)).toMatchObject({
      health: 'healthy',
      cost: { state: 'absent', reason: expect.stringContaining('mars-1') },
    });
    const [summary] = await service.summarizeAll([elsewhere]);
    expect(summary).toMatchObject({ health: 'healthy', cost: 'No estimate' });
  });

  it('leaves the others as they are when one source fails', async () => {
    const overview = await serviceWith({
      reports: broken,
      releases: broken,
    }).get(environment);
    expect(environmentOverviewSchema.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject({
      health: 'unknown',
      stack: { state: 'value' },
      rollout: { state: 'value' },
      release: { state: 'error', reason: 'disk full' },
      databaseMigration: { state: 'error', reason: 'disk full' },
    });
  });

  it('keeps a rollout that can no longer be seen, marked as old', async () => {
    observer.show(environment, {
      value: { rollout },
      observedAt,
      staleReason: 'demo-eu has not answered',
    });
    const service = serviceWith();
    expect(await service.get(environment)).toMatchObject({
      health: 'unknown',
      rollout: { state: 'value', staleReason: 'demo-eu has not answered' },
      databaseMigration: { state: 'value', value: { atHead: true } },
    });
    expect(await summaryOf(service)).toMatchObject({
      observedAt,
      staleReason: 'demo-eu has not answered',
    });
  });

  it('gives a row of the list without waiting for any provider', async () => {
    const service = serviceWith();
    const first = await summaryOf(service);
    expect(first).toMatchObject({ stack: 'Unknown', health: 'unknown' });
    await service.get(environment);
    const summary = await summaryOf(service);
    expect(environmentSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      entityRef: 'resource:default/fleet-staging',
      health: 'healthy',
      version: '2.5.0',
      rollout: '3 of 3 ready',
      database: 'at head 1',
      stack: 'ready',
      application: 'fleet',
      cost: '$440 of $800',
    });
  });

  it('gives rows of many from one read of each store', async () => {
    const others = ['one', 'two'].map(testEnvironment);
    const changes = {
      ...known<Change>(),
      latestOf: jest.fn(async () => new Map<string, Change>()),
    };
    const reports = {
      ...known<typeof run>(),
      latestOf: jest.fn(async () => new Map<string, typeof run>()),
    };
    const service = serviceWith({ changes, reports });
    const rows = await service.summarizeAll([environment, ...others]);
    expect(rows.map(({ name, rollout: words }) => [name, words])).toEqual([
      ['fleet-staging', '3 of 3 ready'],
      ['one-staging', 'Not deployed yet'],
      ['two-staging', 'Not deployed yet'],
    ]);
    expect(changes.latestOf).toHaveBeenCalledTimes(1);
    expect(reports.latestOf).toHaveBeenCalledTimes(1);
  });

  it('says when the cluster was heard, and has an old stack read anew', async () => {
    const news = jest.fn();
    const stacks = new CachedStackReader({
      provisioners: [provisioner],
      onChange: news,
    });
    const service = serviceWith({ stacks });
    expect(service.lookAgain({ environment, busy: false })).toBe(observedAt);
    await stacks.settled(environment);
    expect(news).toHaveBeenCalledWith(environment);
  });

  it('shows what is being made before anything stands', async () => {
    observer.show(environment, { value: {}, observedAt });
    const change: Change = {
      id: 'c1',
      environmentRef: environment.entityRef,
      kind: 'create',
      phase: 'running',
      stages: [{ name: 'stack', phase: 'running', summary: 'At work' }],
      requestedBy: 'user:default/guest',
      createdAt: observedAt,
    };
    expect(
      await serviceWith({
        changes: known(change),
        reports: known(),
      }).get(environment),
    ).toMatchObject({
      health: 'progressing',
      headline: { cause: 'At work' },
      change,
      rollout: { state: 'absent', headline: 'Not deployed yet' },
    });
  });
});
