import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Change, PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import { startedState } from '../__testUtils__/testChange';
import { TestProviders } from '../__testUtils__/TestProviders';
import { testRevision } from '../__testUtils__/testRevision';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { AlembicGraphCache } from '../databaseMigrations/AlembicGraphCache';
import { settle } from '../__testUtils__/stackProvisionerContract';
import { componentRepositories, findImages } from './componentImages';
import { ReleasePlanner } from './ReleasePlanner';
import type { PlanSources } from './PlanSources';

const environment = proposeEnvironment();
const { repositoryUrl: url, releaseName } = environment;
const { signal } = new AbortController();
const template = 'Resources: {}\n';
const upgrade = (version: string): PlanRequest => ({
  kind: 'upgrade',
  input: { version },
});
const GIB = 1024 ** 3;

/** A world in which the first release runs on a stack that is ready. */
async function setUp(more: Partial<PlanSources> = {}) {
  const world = new TestProviders();
  const commit = world.stamp(url, 'fleet');
  const { images } = await findImages(
    world.images,
    componentRepositories(environment, testTarget),
    `sha-${commit}`,
    signal,
  );
  const outputs = { databaseHost: `${environment.stackName}.database.example` };
  const content = { environment, sourceFolder: '/', images, outputs };
  await world.renderer.run({ ...content, values: {} }, 1);
  await settle(world.stacks, {
    environment,
    template,
    parameters: {},
    changeId: '1',
  });
  const release = {
    name: releaseName,
    namespace: environment.namespace,
    revision: 1,
    chartVersion: '0.1.0',
    commit,
    images,
    deployedAt: environment.createdAt,
  };
  const report = {
    current: ['0001'],
    heads: ['0001'],
    applied: [],
    durationMs: 1,
  };
  const planner = new ReleasePlanner({
    ...world,
    sources: world.sources,
    changes: { latest: async () => undefined },
    estimator: new EnvironmentEstimator([testTarget]),
    graphs: new AlembicGraphCache(),
    migrationReports: {
      latest: async () => ({
        job: 'j',
        uid: 'j',
        phase: 'succeeded' as const,
        report,
      }),
    },
    releases: { find: async () => release, latest: async () => release },
    targets: [testTarget],
    ...more,
  });
  const plan = (request: PlanRequest, plannedAt?: string) =>
    planner.plan(environment, request, { signal, plannedAt });
  const rulesOf = async (request: PlanRequest) =>
    (await plan(request)).plan.findings.map(({ rule }) => rule);
  return { commit, plan, release, report, rulesOf, world };
}

describe('ReleasePlanner', () => {
  it('gives the same digest as long as nothing moves', async () => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0');
    const first = await plan(upgrade('v1.1.0'));
    expect(first.plan.findings).toEqual([]);
    world.sources.push(url, {
      'environments/staging/release.yaml': 'revision: 1\n',
      'environments/staging/outputs.json': '{}\n',
    });
    const again = await plan(upgrade('v1.1.0'));
    expect(again.plan.digest).toBe(first.plan.digest);
    expect(again.work.environmentCommit).not.toBe(first.work.environmentCommit);
  });

  it.each([
    ['infrastructure', 'infrastructure/cloudformation/parameters/staging.json'],
    ['bootstrap', 'infrastructure/k8s/bootstrap/staging/namespace.yaml'],
  ] as const)('sees that %s moved on the branch', async (section, file) => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0');
    const before = await plan(upgrade('v1.1.0'));
    const parameter = { ParameterKey: 'A', ParameterValue: 'b' };
    const metadata = { name: 'fleet-staging', labels: { a: 'b' } };
    world.sources.push(url, {
      [file]:
        section === 'bootstrap'
          ? JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata })
          : JSON.stringify([parameter]),
    });
    const after = await plan(upgrade('v1.1.0'));
    const { fingerprints: old } = before;
    const moved = Object.entries(after.fingerprints).filter(
      ([name, sum]) => sum !== old[name as keyof typeof old],
    );
    expect(moved.map(([name]) => name)).toEqual([section]);
  });

  it('gives the same digest to a restart that is planned again for its time', async () => {
    const { plan } = await setUp();
    const restart: PlanRequest = { kind: 'restart', input: {} };
    const first = await plan(restart, '2026-11-21T10:00:00.000Z');
    const again = await plan(restart, first.plan.createdAt);
    const later = await plan(restart, '2026-11-21T10:00:01.000Z');
    expect(again.plan.digest).toBe(first.plan.digest);
    expect(later.plan.digest).not.toBe(first.plan.digest);
    expect(first.plan.expiresAt).toBe('2026-11-21T10:30:00.000Z');
  });

  it('shows what the stack would become', async () => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0', {
      'infrastructure/cloudformation/main.yaml': 'Resources: { Queue: {} }\n',
    });
    const { plan: planned } = await plan(upgrade('v1.1.0'));
    expect(planned.infrastructure).toMatchObject([{ action: 'change' }]);
  });

  it('says which values only the changed stack will know', async () => {
    const { plan, world } = await setUp();
    const coming = 'Resources: { Database: {} }\n';
    world.release(url, 'v1.1.0', {
      'infrastructure/cloudformation/main.yaml': coming,
    });
    const { plan: quiet } = await plan(upgrade('v1.1.0'));
    expect(quiet.findings).toEqual([]);
    world.stacks.outputs.set(coming, { databaseHost: 'another.example' });
    const { plan: planned, work } = await plan(upgrade('v1.1.0'));
    expect(planned.findings).toMatchObject([
      {
        rule: 'outputs-unsettled',
        severity: 'warning',
        cause: expect.stringContaining('databaseHost'),
      },
    ]);
    expect(planned.digest).not.toBe(quiet.digest);
    expect(work.outputs).toEqual({ settled: {}, unsettled: ['databaseHost'] });
  });

  it('leaves stack and namespace alone when only pods change', async () => {
    const { plan, world } = await setUp();
    world.sources.push(url, {
      'infrastructure/cloudformation/main.yaml': 'Resources: { Queue: {} }\n',
    });
    world.stacks.preview = async () => {
      throw new Error('nobody asked for that');
    };
    const planned = await plan({ kind: 'restart', input: {} });
    expect(planned.plan).toMatchObject({ infrastructure: [], findings: [] });
  });

  it.each<[string, (world: TestProviders) => void, string]>([
    [
      'a chart that refuses its values',
      world => world.renderer.refuse('values: replicaCount: too many'),
      'release-refused',
    ],
    [
      'a field that somebody has edited',
      world => {
        const conflicts = [{ manager: 'kubectl-edit', field: 'spec.replicas' }];
        const object = { kind: 'Deployment', name: 'backend' };
        world.rehearsal.refusals = [{ ...object, conflicts, message: '' }];
      },
      'field-conflict',
    ],
    [
      'a stack that cannot become what the template says',
      world => {
        const cause = 'Template error';
        world.stacks.preview = async () => ({
          state: 'refused',
          cause,
          nextStep: 'Correct it',
        });
      },
      'stack-refused',
    ],
    [
      'a parameter file that is broken',
      world => {
        const file = 'infrastructure/cloudformation/parameters/staging.json';
        world.sources.push(url, { [file]: '{' });
      },
      'stack-refused',
    ],
    [
      'a namespace that is not its own',
      world => {
        const file = 'infrastructure/k8s/bootstrap/staging/namespace.yaml';
        world.sources.push(url, {
          [file]: 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n',
        });
      },
      'bootstrap-refused',
    ],
    [
      'a stack that is busy',
      world => {
        const read = world.stacks.read.bind(world.stacks);
        world.stacks.read = async place => {
          const stack = await read(place);
          return stack && { ...stack, phase: 'updating' };
        };
      },
      'stack-not-ready',
    ],
  ])('refuses in the plan: %s', async (_what, arrange, rule) => {
    const { rulesOf, world } = await setUp();
    world.release(url, 'v1.1.0');
    arrange(world);
    expect(await rulesOf(upgrade('v1.1.0'))).toEqual([rule]);
  });

  it('refuses an image whose commit Git has lost', async () => {
    const { rulesOf, world } = await setUp();
    const gone = 'd'.repeat(40);
    for (const component of ['backend', 'frontend']) {
      world.images.push({
        repository: `localhost:15000/sovd/fleet-${component}`,
        tag: `sha-${gone}`,
        digest: `sha256:${'d'.repeat(64)}`,
      });
    }
    expect(await rulesOf(upgrade(`sha-${gone}`))).toEqual(['commit-unknown']);
  });

  it('warns of no room and of a running change, and goes on', async () => {
    const { change } = startedState(environment);
    const { plan, rulesOf, world } = await setUp({
      changes: { latest: async () => change },
    });
    world.release(url, 'v1.1.0');
    world.capacity.nodes = [{ name: 'n', cpu: 1, memory: GIB, pods: 0 }];
    world.renderer.render = async content => ({
      values: {},
      objects: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: content.images[0].tag },
          spec: { template: { spec: { containers: [] } } },
        },
      ],
    });
    expect(await rulesOf(upgrade('v1.1.0'))).toEqual([
      'change-running',
      'capacity',
    ]);
    const { findings } = (await plan(upgrade('v1.1.0'))).plan;
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('says what a stopped deployer has left, unless a change still runs', async () => {
    const { change } = startedState(environment);
    const latest = jest.fn(async (): Promise<Change | undefined> => undefined);
    const { plan, rulesOf, world } = await setUp({
      changes: { latest },
    });
    world.release(url, 'v1.1.0');
    const { digest } = (await plan(upgrade('v1.1.0'))).plan;
    world.renderer.leave(releaseName, {
      revision: 2,
      status: 'pending-upgrade',
      since: '2026-11-21T10:00:00.000Z',
    });
    const { plan: planned } = await plan(upgrade('v1.1.0'));
    expect(planned.findings).toMatchObject([
      { rule: 'release-pending', severity: 'warning' },
    ]);
    // what was left is tidied up first: the change itself is the same
    expect(planned.digest).toBe(digest);
    latest.mockResolvedValue(change);
    expect(await rulesOf(upgrade('v1.1.0'))).toEqual(['change-running']);
  });

  it('goes on without knowing the room', async () => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0');
    world.capacity.read = async () => {
      throw new Error('forbidden');
    };
    const { findings } = (await plan(upgrade('v1.1.0'))).plan;
    expect(findings).toMatchObject([
      {
        rule: 'capacity-unknown',
        severity: 'info',
        cause: expect.stringContaining('forbidden'),
      },
    ]);
  });

  it('leaves the schema as it is when the database is ahead of what comes', async () => {
    const { commit, plan, release, report, world } = await setUp();
    const file = 'backend/alembic/versions/0002.py';
    release.commit = world.release(url, 'v1.1.0', {
      [file]: testRevision({ upgrade: "op.create_table('note')" }),
    });
    report.current = ['0002'];
    const older = upgrade(`sha-${commit}`);
    const { plan: planned, work } = await plan(older);
    expect(work.migrate).toBe(false);
    expect(planned).toMatchObject({
      wayBack: { verdict: 'plain' },
      database: { pending: [{ id: '0002' }] },
      values: [{ path: 'migration.enabled', to: false }],
      findings: [{ rule: 'database-ahead', severity: 'blocker' }],
    });
  });

  it('refuses bounds that are upside down, before the chart is asked', async () => {
    const { plan, world } = await setUp();
    const render = jest.spyOn(world.renderer, 'render');
    const input = { backendMin: 12, backendMax: 11 };
    const { findings, values } = (await plan({ kind: 'scale', input })).plan;
    expect(findings).toMatchObject([
      { rule: 'backend-range', severity: 'blocker' },
    ]);
    expect(values).toEqual([]);
    expect(render).not.toHaveBeenCalled();
  });

  it('counts the connections of what the repository has now', async () => {
    const { rulesOf, world } = await setUp();
    const scale: PlanRequest = {
      kind: 'scale',
      input: { backendMin: 3, backendMax: 12 },
    };
    expect(await rulesOf(scale)).toEqual(['connection-budget']);
    // the chart's own words come beside those of the form
    world.renderer.refuse('values: 12 pods are too many');
    expect(await rulesOf(scale)).toEqual([
      'release-refused',
      'connection-budget',
    ]);
    world.renderer.refuse(undefined);
    const file = 'environments/staging/values.yaml';
    world.sources.push(url, {
      [file]:
        'backend: { replicaCount: 3 }\nhpa: { enabled: true, minReplicas: 3, maxReplicas: 10 }\nconfig: { database: { poolSize: 5 } }\n',
    });
    expect(await rulesOf(scale)).toEqual([]);
  });

  it('sets the number of pods where no autoscaler does', async () => {
    const { plan, rulesOf, world } = await setUp();
    world.sources.push(url, {
      'environments/staging/values.yaml':
        'backend: { replicaCount: 3 }\nhpa: { enabled: false, minReplicas: 3, maxReplicas: 10 }\n',
    });
    const scale = (backendMin: number, backendMax: number): PlanRequest => ({
      kind: 'scale',
      input: { backendMin, backendMax },
    });
    expect(await rulesOf(scale(4, 8))).toEqual(['autoscaler-off']);
    const { plan: planned } = await plan(scale(5, 5));
    expect(planned.findings).toEqual([]);
    expect(planned.values).toContainEqual(
      expect.objectContaining({ path: 'backend.replicaCount', to: 5 }),
    );
  });

  it('says who could not be asked', async () => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0');
    world.rehearsal.rehearse = async () => {
      throw new Error('no route to host');
    };
    await expect(plan(upgrade('v1.1.0'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('no route to host'),
    });
    world.sources.readRefs = async () => {
      throw new Error('git is away');
    };
    await expect(plan(upgrade('v1.1.0'))).rejects.toThrow(
      "The repository can't be read now: git is away",
    );
  });

  it('removes every folder that it made', async () => {
    const { plan, world } = await setUp();
    world.release(url, 'v1.1.0');
    const folders = new Set<string>();
    const checkOut = world.sources.checkOut.bind(world.sources);
    world.sources.checkOut = async (...args) => {
      const tree = await checkOut(...args);
      folders.add(tree.folder);
      const dispose = async () => {
        folders.delete(tree.folder);
        await rm(tree.folder, { recursive: true });
      };
      return { ...tree, dispose };
    };
    await plan(upgrade('v1.1.0'));
    world.renderer.render = async () => {
      throw new Error('out of memory');
    };
    await expect(plan(upgrade('v1.1.0'))).rejects.toThrow('out of memory');
    await expect(
      plan({ kind: 'scale', input: { backendMin: 4, backendMax: 10 } }),
    ).rejects.toThrow('out of memory');
    expect([...folders]).toEqual([]);
  });

  describe('money', () => {
    const answersFile = 'environments/staging/environment.yaml';
    const larger =
      'answers:\n  backendReplicas: 3\n  backendMin: 3\n  backendMax: 10\n  nodesDesired: 4\n';

    it('prices what runs against what the branch asks for, outside of the digest', async () => {
      const { plan, world } = await setUp();
      world.release(url, 'v1.1.0');
      const same = await plan(upgrade('v1.1.0'));
      expect(same.plan.money).toMatchObject({
        from: { baseline: 437.59 },
        to: { baseline: 437.59 },
        lines: [],
      });
      world.sources.push(url, { [answersFile]: larger });
      const { plan: planned } = await plan(upgrade('v1.1.0'));
      expect(planned.digest).toBe(same.plan.digest);
      expect(planned.money).toMatchObject({
        from: { baseline: 437.59 },
        to: { baseline: 502.33, budget: 800 },
        lines: [{ label: 'Worker nodes' }, { label: 'Disks of the nodes' }],
      });
      expect(planned.findings).toEqual([]);
    });

    it('says what comes above the budget, and lets it be applied', async () => {
      const { plan, world } = await setUp();
      world.release(url, 'v1.1.0');
      world.sources.push(url, {
        [answersFile]: `${larger}  monthlyBudgetUsd: 450\n`,
      });
      const { plan: planned } = await plan(upgrade('v1.1.0'));
      expect(planned.findings).toMatchObject([
        {
          rule: 'budget',
          severity: 'warning',
          headline: '$52 above the budget',
        },
      ]);
    });

    it('leaves it out where a price is unknown, and says which', async () => {
      const { plan, world } = await setUp({
        estimator: new EnvironmentEstimator([
          { ...testTarget, name: 'another' },
        ]),
      });
      world.release(url, 'v1.1.0');
      const { plan: planned } = await plan(upgrade('v1.1.0'));
      expect(planned.money).toBeUndefined();
      expect(planned.findings).toMatchObject([
        { rule: 'price-unknown', severity: 'warning' },
      ]);
    });

    it('writes the estimate anew when it scales', async () => {
      const { plan, world } = await setUp();
      const estimate = 'environments/staging/estimate.json';
      const scale: PlanRequest = {
        kind: 'scale',
        input: { backendMin: 4, backendMax: 10 },
      };
      expect((await plan(scale)).work.files).not.toHaveProperty([estimate]);
      const sum = createHash('sha256').update('{}\n').digest('hex');
      world.sources.push(url, {
        [estimate]: '{}\n',
        '.sovd-template.yaml': `files:\n  ${estimate}:\n    sha256: ${sum}\n`,
      });
      const { plan: planned, work } = await plan(scale);
      expect(JSON.parse(work.files[estimate])).toMatchObject({
        pricesAsOf: '2026-09-03',
        baseline: { monthly: 437.59 },
      });
      expect(planned.money).toMatchObject({ lines: [] });
    });
  });
});
