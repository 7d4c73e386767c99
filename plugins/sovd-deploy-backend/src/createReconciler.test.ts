import { mockServices } from '@backstage/backend-test-utils';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
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
    const end = async () => {
      reconciler.start();
      for (const latest = Date.now() + 60_000; ; ) {
        const found = await stores.changes.find(change.id);
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
});
