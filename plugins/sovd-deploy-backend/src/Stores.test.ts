import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { proposeEnvironment } from './__testUtils__/testTarget';
import { openStores } from './Stores';
import { testDatabases } from './__testUtils__/testDatabases';

const tables = [
  'change_leases',
  'change_log',
  'change_stages',
  'changes',
  'environments',
  'migration_reports',
  'plans',
  'releases',
];

describe('migrations', () => {
  const databases = testDatabases();

  it.each(databases.ids)('go up, hold rows and go down on %p', async id => {
    const database = await databases.open(id);
    const stores = await openStores(
      mockServices.database.mock({
        getClient: async () => database,
        migrations: { skip: true },
      }),
    );
    const environment = proposeEnvironment();
    await stores.registry.register(environment);
    const order = { kind: 'create', requestedBy: 'user:default/a' } as const;
    await stores.changes.start(environment, order);
    await expect(database('change_stages')).resolves.toHaveLength(5);

    const directory = resolvePackagePath(
      '@sovd/plugin-sovd-deploy-backend',
      'migrations',
    );
    await database.migrate.rollback({ directory }, true);
    for (const table of tables) {
      await expect(database.schema.hasTable(table)).resolves.toBe(false);
    }
    await database.migrate.latest({ directory });
    for (const table of tables) {
      await expect(database.schema.hasTable(table)).resolves.toBe(true);
    }
  });

  it('run when the plugin opens its database', async () => {
    const database = await databases.openOne();
    const stores = await openStores(
      mockServices.database.mock({ getClient: async () => database }),
    );
    await expect(stores.registry.list({ limit: 1 })).resolves.toEqual([]);
  });
});
