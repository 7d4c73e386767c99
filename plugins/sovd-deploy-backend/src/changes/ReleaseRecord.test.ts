import { NotFoundError } from '@backstage/errors';
import { parse, stringify } from 'yaml';
import { plannedWork, stageContext } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { FakePullRequests } from '../stamps/FakePullRequests';
import { ReleaseRecord } from './ReleaseRecord';

const environment = proposeEnvironment();
const { repositoryUrl } = environment;
const commit = 'c'.repeat(40);
const release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit,
  images: [
    {
      component: 'backend' as const,
      repository: 'r/fleet-backend',
      tag: `sha-${commit}`,
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};
const outputs = { zone: 'b', databaseHost: 'db.example' };
const RELEASE = 'environments/staging/release.yaml';
const OUTPUTS = 'environments/staging/outputs.json';
const ANSWERS = 'environments/staging/environment.yaml';
const BRANCH = 'sovd/record-staging';
const answers = { ...environment.answers, backendReplicas: 5 };
const scale = {
  ...plannedWork({ kind: 'scale' }),
  files: { [ANSWERS]: stringify({ apiVersion: 'sovd.io/v1', answers }) },
};

function setUp(pullRequests = new FakePullRequests()) {
  const sources = new FakeSourceRepository();
  sources.push(repositoryUrl, { 'README.md': 'Hello' });
  const registry = { changeAnswers: jest.fn(async () => {}) };
  const releases = { record: async () => {}, forget: async () => {} };
  const record = new ReleaseRecord({ sources, pullRequests });
  const context = stageContext(
    { environment, results: { release } },
    { registry, releases },
  );
  return { context, pullRequests, record, registry, sources };
}

describe('ReleaseRecord', () => {
  it('writes what runs into the repository, once', async () => {
    const { context, record, sources } = setUp();
    await expect(record.write(context, { release, outputs })).resolves.toEqual({
      state: 'written',
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    const files = sources.filesOf(repositoryUrl);
    expect(parse(files[RELEASE])).toEqual({
      apiVersion: 'sovd.io/v1',
      kind: 'ReleaseRecord',
      release: { ...release, version: 'sha-ccccccc' },
    });
    expect(files[OUTPUTS]).toBe(
      '{\n  "databaseHost": "db.example",\n  "zone": "b"\n}\n',
    );
    await expect(record.write(context, { release, outputs })).resolves.toEqual({
      state: 'written',
    });
  });

  it('asks nothing of the repository when there is nothing to say', async () => {
    const { context, record, sources } = setUp();
    sources.failCommits('nobody may ask');
    await expect(
      record.write({ ...context, work: scale }, {}),
    ).resolves.toEqual({ state: 'written' });
  });

  it('commits what the change brings, and has the registry follow', async () => {
    const { context, record, registry, sources } = setUp();
    await record.write({ ...context, work: scale }, { release, outputs });
    expect(sources.filesOf(repositoryUrl)[ANSWERS]).toBe(scale.files[ANSWERS]);
    expect(registry.changeAnswers).toHaveBeenCalledWith(
      environment.id,
      answers,
    );
  });

  it('leaves out what the change brings when something else runs', async () => {
    const { context, record, registry, sources } = setUp();
    const former = { ...release, revision: 3 };
    await record.write({ ...context, work: scale }, { release: former });
    expect(Object.keys(sources.filesOf(repositoryUrl))).toEqual([
      'README.md',
      RELEASE,
    ]);
    expect(registry.changeAnswers).not.toHaveBeenCalled();
  });

  describe('where the default branch is protected', () => {
    function setUpProtected(pullRequests?: FakePullRequests) {
      const world = setUp(pullRequests);
      world.sources.refuseCommits('protected branch');
      return world;
    }

    it('opens a pull request, and leaves the registry as Git is', async () => {
      const { context, pullRequests, record, registry, sources } =
        setUpProtected();
      const written = await record.write(
        { ...context, work: scale },
        { release, outputs },
      );
      const [pullRequest] = await pullRequests.listOpen(repositoryUrl);
      expect(pullRequest).toMatchObject({
        branch: BRANCH,
        title: 'Record what runs on fleet-staging',
      });
      expect(written).toEqual({
        state: 'proposed',
        branch: BRANCH,
        pullRequest,
      });
      expect(Object.keys(sources.filesOf(repositoryUrl))).toEqual([
        'README.md',
      ]);
      const proposed = sources.filesOfBranch(repositoryUrl, BRANCH) ?? {};
      expect(proposed[ANSWERS]).toBe(scale.files[ANSWERS]);
      expect(parse(proposed[RELEASE])).toMatchObject({
        release: { revision: 1 },
      });
      expect(context.told).toEqual([
        'protected branch',
        `The record is in the pull request ${pullRequest.url}`,
      ]);
      expect(registry.changeAnswers).not.toHaveBeenCalled();
    });

    it('adds later records to the one that is open, which keeps the earlier', async () => {
      const { context, pullRequests, record, sources } = setUpProtected();
      await record.write({ ...context, work: scale }, { release });
      const second = { ...release, revision: 2 };
      const later = { ...context, results: { release: second } };
      await record.write(later, { release: second });
      // killed in the middle, it is done once more
      const written = await record.write(later, { release: second });
      const open = await pullRequests.listOpen(repositoryUrl);
      expect(open).toHaveLength(1);
      expect(written).toMatchObject({ pullRequest: open[0] });
      const proposed = sources.filesOfBranch(repositoryUrl, BRANCH) ?? {};
      expect(proposed[ANSWERS]).toBe(scale.files[ANSWERS]);
      expect(parse(proposed[RELEASE])).toMatchObject({
        release: { revision: 2 },
      });
    });

    it('begins anew once people have decided about the one before', async () => {
      const { context, pullRequests, record, sources } = setUpProtected();
      await record.write({ ...context, work: scale }, { release });
      pullRequests.end(repositoryUrl, BRANCH, 'closed');
      await record.write(context, { release });
      await expect(pullRequests.listOpen(repositoryUrl)).resolves.toHaveLength(
        1,
      );
      expect(
        Object.keys(sources.filesOfBranch(repositoryUrl, BRANCH) ?? {}),
      ).toEqual(['README.md', RELEASE]);
    });

    it('keeps the branch of a host whose pull requests it cannot open', async () => {
      const pullRequests = new FakePullRequests();
      const refuse = async () => {
        throw new NotFoundError('on no host of integrations.gitea');
      };
      pullRequests.listOpen = refuse;
      pullRequests.open = refuse;
      const { context, record, sources } = setUpProtected(pullRequests);
      await record.write({ ...context, work: scale }, { release });
      await expect(record.write(context, { release })).resolves.toEqual({
        state: 'proposed',
        branch: BRANCH,
      });
      expect(sources.filesOfBranch(repositoryUrl, BRANCH)).toHaveProperty([
        ANSWERS,
      ]);
    });

    it('says so when not even that branch is taken', async () => {
      const { context, record, sources } = setUpProtected();
      sources.refuseBranch(BRANCH);
      await expect(record.write(context, { release })).resolves.toEqual({
        state: 'refused',
        reason: 'PushRefusedError: declined',
      });
    });
  });

  it('opens none when the host is only away', async () => {
    const { context, pullRequests, record, sources } = setUp();
    sources.failCommits('no route to host');
    await expect(record.write(context, { release })).resolves.toEqual({
      state: 'refused',
      reason: 'Error: no route to host',
    });
    await expect(pullRequests.listOpen(repositoryUrl)).resolves.toEqual([]);
  });

  it('takes a stop for no refusal', async () => {
    const { context, record, sources } = setUp();
    sources.failCommits('killed');
    const signal = AbortSignal.abort(new Error('stopping'));
    await expect(
      record.write({ ...context, signal }, { release }),
    ).rejects.toThrow('stopping');
  });
});
