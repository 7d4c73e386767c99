import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ChangeQueue } from './changes/ChangeQueue';
import type { ChangeStore } from './changes/ChangeStore';
import { DatabaseChangeQueue } from './changes/DatabaseChangeQueue';
import { DatabaseChangeStore } from './changes/DatabaseChangeStore';
import { DatabasePlanStore } from './changes/DatabasePlanStore';
import type { PlanStore } from './changes/PlanStore';
import { DatabaseMigrationReportStore } from './databaseMigrations/DatabaseMigrationReportStore';
import type { MigrationReportStore } from './databaseMigrations/MigrationReportStore';
import { DatabaseEnvironmentRegistry } from './environments/DatabaseEnvironmentRegistry';
import type { EnvironmentRegistry } from './environments/EnvironmentRegistry';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';
import type { ReleaseStore } from './releases/ReleaseStore';

/** What the portal knows, by noun; all of it in one database. */
export interface Stores {
  database: Knex;
  registry: EnvironmentRegistry;
  changes: ChangeStore;
  plans: PlanStore;
  queue: ChangeQueue;
  releases: ReleaseStore;
  migrationReports: MigrationReportStore;
}

/** Opens the plugin's database and brings its tables up to date. */
export async function openStores(service: DatabaseService): Promise<Stores> {
  const database = await service.getClient();
  if (!service.migrations?.skip) {
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
  }
  return {
    database,
    registry: new DatabaseEnvironmentRegistry(database),
    changes: new DatabaseChangeStore(database),
    plans: new DatabasePlanStore(database),
    queue: new DatabaseChangeQueue(database),
    releases: new DatabaseReleaseStore(database),
    migrationReports: new DatabaseMigrationReportStore(database),
  };
}
