import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { sandboxPostgresUrl } from './sandboxPostgres';

/** PostgreSQL of the sandbox's version is where TestDatabases looks for its address. */
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/**
 * Databases for tests, with all tables: SQLite always, PostgreSQL on the running sandbox
 * where `SOVD_TEST_POSTGRES` is "sandbox", or where a connection string is given as the
 * environment variables of Backstage's TestDatabases say.
 */
export function testDatabases() {
  if (process.env.SOVD_TEST_POSTGRES === 'sandbox') {
    process.env[POSTGRES] ??= sandboxPostgresUrl();
  }
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
    disableDocker: true,
  });
  const ids = databases.eachSupportedId();
  async function open(id: (typeof ids)[0][0]) {
    const database: Knex = await databases.init(id);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
    return database;
  }
  const [chosen] = ids[ids.length - 1];
  return {
    ids,
    open,
    /** PostgreSQL where there is one, for suites that run on one of the two. */
    openOne: () => open(chosen),
  };
}
