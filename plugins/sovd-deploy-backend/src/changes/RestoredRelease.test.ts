import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { stageContext } from '../__testUtils__/testChange';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { DatabaseReleaseStore } from '../releases/DatabaseReleaseStore';
import type { DeployedRelease } from '../releases/ReleaseDeployer';
import { RestoredRelease } from './RestoredRelease';

const environment = proposeEnvironment();
const first: Release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit: 'c'.repeat(40),
  images: [
    {
      component: 'backend',
      repository: 'r/fleet-backend',
      tag: 'v1.0.0',
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};
const rolledBack: DeployedRelease = {
  revision: 3,
  status: 'deployed',
  chartVersion: '0.1.0',
  description: 'Rollback to 1',
  updatedAt: '2026-11-21T11:00:00Z',
};
const RECORD = 'environments/staging/release.yaml';

describe('RestoredRelease', () => {
  const databases = testDatabases();

  async function setUp(deployed: DeployedRelease | undefined) {
    const database = await databases.openOne();
    await new DatabaseEnvironmentRegistry(database).register(environment);
    const releases = new DatabaseReleaseStore(database);
    await releases.record(environment.id, first);
    const sources = new FakeSourceRepository();
    sources.push(environment.repositoryUrl, { 'README.md': 'Hello' });
    const deployer = { read: async () => deployed };
    const restored = new RestoredRelease({ deployer, releases, sources });
    return { releases, restored, sources };
  }

  it('names the new revision of what runs again, in the portal and in Git', async () => {
    const { releases, restored, sources } = await setUp(rolledBack);
    const third = {
      ...first,
      revision: 3,
      deployedAt: '2026-11-21T11:00:00.000Z',
    };
    const context = stageContext({ environment });
    await expect(restored.record(context)).resolves.toEqual(third);
    await expect(releases.latest(environment)).resolves.toEqual(third);
    const files = sources.filesOf(environment.repositoryUrl);
    expect(parse(files[RECORD])).toMatchObject({
      release: { revision: 3, version: 'v1.0.0', images: first.images },
    });
    // no word of outputs, which it knows nothing of
    expect(Object.keys(files)).toEqual(['README.md', RECORD]);
    await expect(restored.record(context)).resolves.toEqual(third);
  });

  it('leaves the record as it is where nothing was taken back', async () => {
    const { releases, restored } = await setUp({
      ...rolledBack,
      revision: 1,
      description: 'change one',
    });
    await expect(
      restored.record(stageContext({ environment })),
    ).resolves.toEqual(first);
    await expect(releases.latest(environment)).resolves.toEqual(first);
  });

  it('forgets what it knew when nothing is left, since Helm counts anew', async () => {
    const { releases, restored } = await setUp(undefined);
    const context = stageContext({ environment });
    await expect(restored.record(context)).resolves.toBeUndefined();
    await expect(releases.latest(environment)).resolves.toBeUndefined();
  });

  it.each([
    ['a revision that is not deployed', { ...rolledBack, status: 'failed' }],
    ['what it never deployed', { ...rolledBack, description: 'Rollback to 9' }],
    ['what somebody else deployed', { ...rolledBack, description: 'by hand' }],
  ])('says nothing of %s', async (_, deployed) => {
    const { releases, restored } = await setUp(deployed);
    const context = stageContext({ environment });
    await expect(restored.record(context)).resolves.toBeUndefined();
    await expect(releases.latest(environment)).resolves.toEqual(first);
  });

  it('makes no failure of a refused push', async () => {
    const { releases, restored, sources } = await setUp(rolledBack);
    sources.refuseCommits('protected branch');
    const context = stageContext({ environment });
    await restored.record(context);
    expect(context.told).toEqual([
      'The repository refused the record: Error: protected branch',
    ]);
    await expect(releases.latest(environment)).resolves.toMatchObject({
      revision: 3,
    });
  });
});
