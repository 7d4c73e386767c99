import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabaseReleaseStore } from './DatabaseReleaseStore';

const release: Release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit: 'c'.repeat(40),
  images: [
    {
      component: 'backend',
      repository: 'r/fleet-backend',
      tag: 'v1',
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};

describe('DatabaseReleaseStore', () => {
  const databases = testDatabases();

  it.each(databases.ids)('keeps the newest release on %p', async id => {
    const database = await databases.open(id);
    const environment = proposeEnvironment();
    await new DatabaseEnvironmentRegistry(database).register(environment);
    const releases = new DatabaseReleaseStore(database);
    await expect(releases.latest(environment)).resolves.toBeUndefined();

    const second = { ...release, revision: 2, chartVersion: '0.2.0' };
    await releases.record(environment.id, second);
    await releases.record(environment.id, release);
    await expect(releases.latest(environment)).resolves.toEqual(second);

    const corrected = { ...second, chartVersion: '0.2.1' };
    await releases.record(environment.id, corrected);
    await expect(releases.latest(environment)).resolves.toEqual(corrected);

    await expect(releases.find(environment, 1)).resolves.toEqual(release);
    await expect(releases.find(environment, 3)).resolves.toBeUndefined();
    const never = proposeEnvironment({ name: 'never' });
    const newest = await releases.latestOf([never, environment]);
    expect([...newest]).toEqual([[environment.id, corrected]]);
    await releases.forget(environment.id);
    await expect(releases.find(environment, 1)).resolves.toBeUndefined();
    await expect(releases.latest(environment)).resolves.toBeUndefined();
  });
});
