import { mockServices } from '@backstage/backend-test-utils';
import { isTerminal, tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { plannedWork } from './__testUtils__/testChange';
import { testDatabases } from './__testUtils__/testDatabases';
import { proposeEnvironment, testTarget } from './__testUtils__/testTarget';
import { TestProviders } from './__testUtils__/TestProviders';
import { createReconciler } from './createReconciler';
import { openStores } from './Stores';

describe('createReconciler', () => {
  const databases = testDatabases();

  async function setUp() {
    const database = await databases.openOne();
    const stores = await openStores(
      mockServices.database.mock({ getClient: async () => database }),
    );
    const { environment } = await stores.registry.register(
      proposeEnvironment(),
    );
    const providers = new TestProviders();
    const commit = providers.stamp(environment.repositoryUrl, 'fleet');
    const { change } = await stores.changes.start(environment, {
      kind: 'create',
      requestedBy: 'user:default/ann',
    });
    const announced: string[] = [];
    const reconciler = createReconciler({
      stores,
      providers,
      targets: [testTarget],
      announcer: { announce: id => announced.push(id) },
      logger: mockServices.logger.mock(),
      stableMs: 1,
    });
    const end = async ({ id } = change) => {
      reconciler.start();
      for (const latest = Date.now() + 60_000; ; ) {
        const found = await stores.changes.find(id);
        if (found && isTerminal(found.phase)) return found;
        if (Date.now() > latest) throw new Error(JSON.stringify(found));
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    return {
      announced,
      commit,
      end,
      environment,
      providers,
      reconciler,
      stores,
    };
  }

  it('takes a change through every stage, in order', async () => {
    const {
      announced,
      commit,
      end,
      environment,
      providers,
      reconciler,
      stores,
    } = await setUp();
    const change = await end();
    await reconciler.stop();
    expect(change.phase).toBe('succeeded');
    const log = await stores.changes.log(change.id, 0);
    const stages = [...new Set(log.map(({ stage }) => stage))];
    const order = change.stages.map(({ name }) => name);
    expect(stages).toEqual(order.filter(name => stages.includes(name)));
    await expect(stores.releases.latest(environment)).resolves.toMatchObject({
      revision: 1,
      commit,
    });
    expect(providers.bootstrapper.namespaces).toContain('fleet-staging');
    expect(announced).toContain(environment.id);
  });

  it('ends a change at the first stage that fails, and begins none behind it', async () => {
    const { end, providers, reconciler } = await setUp();
    providers.deployer.failNext('fleet-staging', 'timed out');
    const change = await end();
    await reconciler.stop();
    expect(change).toMatchObject({
      phase: 'failed',
      finding: { headline: 'Release fleet-staging failed' },
    });
    expect(change.stages.map(({ phase }) => phase)).toEqual([
      'succeeded',
      'succeeded',
      'failed',
      expect.stringMatching(/pending|skipped/),
      expect.stringMatching(/pending|skipped/),
    ]);
  });

  it('takes a release back that the cluster shows to be broken, and records what runs then', async () => {
    const { commit, end, environment, providers, reconciler, stores } =
      await setUp();
    await end();
    const first = await stores.releases.latest(environment);
    const deploy = providers.deployer.deploy.bind(providers.deployer);
    const { cluster, namespace, releaseName } = environment;
    // Helm is content, yet the migration has stopped before head.
    providers.deployer.deploy = async (...args) => {
      const release = await deploy(...args);
      const place = { cluster, namespace, releaseName };
      const { observedAt, value = {} } = providers.observer.observe(place);
      const { migrationJob: job } = value;
      const report = job?.report && { ...job.report, heads: ['0002'] };
      const migrationJob = job && { ...job, report };
      providers.observer.show(place, {
        observedAt,
        value: { ...value, migrationJob },
      });
      return release;
    };
    const work = plannedWork({
      commit,
      environmentCommit: commit,
      images: first?.images.map(image => ({ ...image, tag: 'v2.0.0' })),
    });
    const { change } = await stores.changes.start(environment, {
      kind: 'upgrade',
      requestedBy: 'user:default/ann',
      planned: {
        plan: {
          digest: `sha256:${'0'.repeat(64)}`,
          fromVersion: 'v1.0.0',
          toVersion: 'v2.0.0',
        },
        work,
      },
    });
    const ended = await end(change);
    await reconciler.stop();
    const version = versionOf(tagOf(first?.images ?? []));
    expect(ended).toMatchObject({
      phase: 'failed',
      finding: {
        rule: 'database-not-at-head',
        headline: `The database is at 0001, not at 0002; customers are still served by ${version}`,
      },
    });
    expect(ended.stages.map(({ phase }) => phase)).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
      'failed',
      'skipped',
    ]);
    const [newest] = providers.deployer.historyOf(releaseName);
    expect(newest).toMatchObject({ revision: 3, description: 'Rollback to 1' });
    await expect(stores.releases.latest(environment)).resolves.toMatchObject({
      revision: 3,
      images: first?.images,
    });
    const files = providers.sources.filesOf(environment.repositoryUrl);
    expect(parse(files['environments/staging/release.yaml'])).toMatchObject({
      release: { revision: 3, version },
    });
  });
});
