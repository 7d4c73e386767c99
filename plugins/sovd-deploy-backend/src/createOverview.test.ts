import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from './__testUtils__/testDatabases';
import { proposeEnvironment, testTarget } from './__testUtils__/testTarget';
import { TestProviders } from './__testUtils__/TestProviders';
import { until } from './__testUtils__/until';
import { createOverview } from './createOverview';
import { openStores } from './Stores';

const observedAt = '2026-11-21T10:00:00.000Z';
const run = {
  job: 'migrate-1',
  uid: '1',
  phase: 'succeeded' as const,
  finishedAt: observedAt,
  report: { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 },
};

describe('createOverview', () => {
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
    const announced: string[] = [];
    const overview = createOverview({
      stores,
      providers,
      targets: [testTarget],
      announcer: { announce: id => announced.push(id) },
      logger: mockServices.logger.mock(),
    });
    return { announced, environment, overview, providers, stores };
  }

  it('keeps what a migration reported before it tells anybody, and shows it when the Job is gone', async () => {
    const { announced, environment, overview, providers, stores } =
      await setUp();
    const { observer } = providers;
    observer.show(environment, { value: { migrationJob: run }, observedAt });
    await until(() => announced.includes(environment.id));
    await expect(
      stores.migrationReports.latest(environment.id),
    ).resolves.toMatchObject({ job: 'migrate-1' });
    observer.show(environment, { value: {}, observedAt });
    await expect(overview.get(environment)).resolves.toMatchObject({
      databaseMigration: {
        state: 'value',
        source: 'Portal',
        value: { current: ['1'], atHead: true },
      },
    });
  });

  it('tells when a stack is no longer what was read', async () => {
    const { announced, environment, overview } = await setUp();
    expect(announced).toEqual([]);
    await overview.summarizeAll([environment]);
    await until(() => announced.length > 0);
    expect(announced).toEqual([environment.id]);
  });

  it('gives the changes and the channel that the stores know', async () => {
    const { environment, overview, stores } = await setUp();
    const { change } = await stores.changes.start(environment, {
      kind: 'create',
      requestedBy: 'user:default/ann',
    });
    await expect(overview.get(environment)).resolves.toMatchObject({
      change,
      channel: await stores.registry.channelOf(environment.id),
    });
    expect(overview.fleetChannel).toBe('sovd-deploy:fleet');
  });
});
