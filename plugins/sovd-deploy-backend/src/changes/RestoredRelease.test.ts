import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import type { StageContext } from './StageRunner';
import { stageContext } from '../__testUtils__/testChange';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { DatabaseReleaseStore } from '../releases/DatabaseReleaseStore';
import type { DeployedRelease } from '../releases/ReleaseDeployer';
import { FakePullRequests } from '../stamps/FakePullRequests';
import { ReleaseRecord } from './ReleaseRecord';
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
const OUTPUTS = 'environments/staging/outputs.json';

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
    const pullRequests = new FakePullRequests();
    const record = new ReleaseRecord({ sources, pullRequests });
    const restored = new RestoredRelease({ deployer, releases, record });
    const registry = { changeAnswers: async () => {} };
    const contextWith = (context: Partial<StageContext> = {}) =>
      stageContext({ environment, ...context }, { registry, releases });
    return { contextWith, pullRequests, releases, restored, sources };
  }

  it('names the new revision of what runs again, in the portal and in Git', async () => {
    const { contextWith, releases, restored, sources } = await setUp(
      rolledBack,
    );
    const third = {
      ...first,
      revision: 3,
      deployedAt: '2026-11-21T11:00:00.000Z',
    };
    const context = contextWith();
    await expect(restored.record(context)).resolves.toEqual(third);
    await expect(releases.latest(environment)).resolves.toEqual(third);
    const files = sources.filesOf(environment.repositoryUrl);
    expect(parse(files[RECORD])).toMatchObject({
      release: { revision: 3, version: 'v1.0.0', images: first.images },
    });
    // no word of outputs, which the change knows nothing of
    expect(Object.keys(files)).toEqual(['README.md', RECORD]);
    await expect(restored.record(context)).resolves.toEqual(third);
  });

  it('leaves the record as it is where nothing was taken back', async () => {
    const { contextWith, releases, restored } = await setUp({
      ...rolledBack,
      revision: 1,
      description: 'change one',
    });
    await expect(restored.record(contextWith())).resolves.toEqual(first);
    await expect(releases.latest(environment)).resolves.toEqual(first);
  });

  it('forgets what it knew when nothing is left, since Helm counts anew', async () => {
    const { contextWith, releases, restored } = await setUp(undefined);
    const context = contextWith();
    await expect(restored.record(context)).resolves.toBeUndefined();
    await expect(releases.latest(environment)).resolves.toBeUndefined();
  });

  it.each([
    ['a revision that is not deployed', { ...rolledBack, status: 'failed' }],
    ['what it never deployed', { ...rolledBack, description: 'Rollback to 9' }],
    ['what somebody else deployed', { ...rolledBack, description: 'by hand' }],
  ])('says nothing of %s', async (_, deployed) => {
    const { contextWith, releases, restored } = await setUp(deployed);
    const context = contextWith();
    await expect(restored.record(context)).resolves.toBeUndefined();
    await expect(releases.latest(environment)).resolves.toEqual(first);
  });

  it.each([
    ['beside what runs again', rolledBack, [RECORD, OUTPUTS]],
    ['also when no release is left', undefined, [OUTPUTS]],
  ])('keeps the outputs of the stack in Git, %s', async (_, deployed, made) => {
    const { contextWith, restored, sources } = await setUp(deployed);
    const stack = { commit: 'c'.repeat(40), outputs: { zone: 'b' } };
    await restored.record(contextWith({ results: { stack } }));
    const files = sources.filesOf(environment.repositoryUrl);
    expect(Object.keys(files)).toEqual(['README.md', ...made]);
    expect(JSON.parse(files[OUTPUTS])).toEqual({ zone: 'b' });
  });

  it('makes no failure of a host that is away', async () => {
    const { contextWith, releases, restored, sources } = await setUp(
      rolledBack,
    );
    sources.failCommits('no route to host');
    const context = contextWith();
    await restored.record(context);
    expect(context.told).toEqual([
      'The repository refused the record: Error: no route to host',
    ]);
    await expect(releases.latest(environment)).resolves.toMatchObject({
      revision: 3,
    });
  });

  it('asks people to merge the record where the branch is protected', async () => {
    const { contextWith, pullRequests, restored, sources } = await setUp(
      rolledBack,
    );
    sources.refuseCommits('protected branch');
    const context = contextWith();
    await restored.record(context);
    const [opened] = await pullRequests.listOpen(environment.repositoryUrl);
    expect(context.told.at(-1)).toBe(
      `The record is in the pull request ${opened.url}`,
    );
  });
});
