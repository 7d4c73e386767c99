import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/**
 * Databases for tests, with all tables: SQLite always, PostgreSQL where a connection
 * string is given as the environment variables of Backstage's TestDatabases say.
 */
export function testDatabases() {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_17'],
    disableDocker: true,
  });
  return {
    ids: databases.eachSupportedId(),
    async open(id: ReturnType<typeof databases.eachSupportedId>[0][0]) {
      const database: Knex = await databases.init(id);
      await database.migrate.latest({
        directory: resolvePackagePath(
          '@sovd/plugin-sovd-deploy-backend',
          'migrations',
        ),
      });
      return database;
    },
  };
}
