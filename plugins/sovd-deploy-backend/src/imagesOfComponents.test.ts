import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { plannedWork } from './__testUtils__/testChange';
import { testDatabases } from './__testUtils__/testDatabases';
import { proposeEnvironment } from './__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from './environments/DatabaseEnvironmentRegistry';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';

const migration = '20261123000000_images_of_components.js';
const directory = resolvePackagePath(
  '@sovd/plugin-sovd-deploy-backend',
  'migrations',
);

describe('the migration to images of components', () => {
  const databases = testDatabases();

  it.each(databases.ids)('keeps what ran before it on %p', async id => {
    const database = await databases.open(id);
    const environment = proposeEnvironment();
    await new DatabaseEnvironmentRegistry(database).register(environment);
    const releases = new DatabaseReleaseStore(database);
    const release = {
      name: environment.releaseName,
      namespace: environment.namespace,
      revision: 1,
      chartVersion: '0.1.0',
      commit: 'c'.repeat(40),
      images: plannedWork().images,
      deployedAt: '2026-11-21T10:00:00.000Z',
    };
    await releases.record(environment.id, release);

    await database.migrate.down({ directory, name: migration });
    const [{ component: _component, ...image }] = release.images;
    const [row] = await database('releases').select('image');
    expect(JSON.parse(row.image)).toEqual(image);

    await database.migrate.up({ directory, name: migration });
    await expect(releases.latest(environment)).resolves.toEqual(release);
  });
});
