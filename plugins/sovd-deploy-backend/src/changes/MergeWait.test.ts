import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { stageContext } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { MergeWait } from './MergeWait';

const environment = proposeEnvironment();
const url = environment.repositoryUrl;
const answers = { 'environments/staging/environment.yaml': 'answers: {}\n' };
const open: PullRequest = {
  title: 'Add fleet-staging',
  url: `${url}/pulls/7`,
  branch: 'sovd/add-env-staging',
  state: 'open',
};
const summary = `Waiting until the pull request that adds fleet-staging is merged: ${open.url}`;

function setUp(found: PullRequest | undefined = open) {
  const sources = new FakeSourceRepository();
  sources.push(url, { 'README.md': 'Ours' });
  const findNewest = jest.fn(
    async (..._: string[]): Promise<PullRequest | undefined> => found,
  );
  const wait = new MergeWait({ sources, pullRequests: { findNewest } });
  const context = stageContext({ environment });
  let { checkpoint } = context;
  const look = async () => {
    const seen = await wait.look({ ...context, checkpoint });
    if ('outcome' in seen && seen.outcome.state === 'waiting') {
      // as the database gives it back
      checkpoint = JSON.parse(JSON.stringify(seen.outcome.checkpoint));
    }
    return seen;
  };
  return { context, findNewest, look, sources };
}
const waiting = (words: unknown) => ({
  outcome: expect.objectContaining({
    state: 'waiting',
    limit: 'none',
    summary: words,
  }),
});

describe('MergeWait', () => {
  it('has nothing to wait for where the environment is there', async () => {
    const { findNewest, look, sources } = setUp();
    const commit = sources.push(url, answers);
    await expect(look()).resolves.toEqual({ commit, waited: false });
    expect(findNewest).not.toHaveBeenCalled();
  });

  it('names the pull request, once in the log, and checks out nothing twice', async () => {
    const { context, findNewest, look, sources } = setUp();
    const checkOut = jest.spyOn(sources, 'checkOut');
    for (let time = 0; time < 3; time++) {
      await expect(look()).resolves.toEqual(waiting(summary));
    }
    expect(context.told).toEqual([summary]);
    expect(findNewest).toHaveBeenCalledWith(url, 'sovd/add-env-staging');
    expect(checkOut).toHaveBeenCalledTimes(1);
  });

  it('goes on with the commit that has the environment', async () => {
    const { look, sources } = setUp();
    await look();
    sources.push(url, { 'README.md': 'Something else' });
    await expect(look()).resolves.toEqual(waiting(summary));
    const commit = sources.push(url, answers);
    await expect(look()).resolves.toEqual({ commit, waited: true });
  });

  it('fails when it was closed, and says how to go on', async () => {
    const { look } = setUp({ ...open, state: 'closed' });
    await expect(look()).resolves.toMatchObject({
      outcome: {
        state: 'failed',
        finding: {
          rule: 'proposal-closed',
          cause: expect.stringContaining(`${open.url} was closed`),
          nextSteps: [{ label: expect.stringMatching(/^Run Add environment/) }],
        },
      },
    });
  });

  it('names the file when no pull request is open', async () => {
    const { look } = setUp({ ...open, state: 'merged' });
    await expect(look()).resolves.toEqual(
      waiting(
        `Waiting until environments/staging/environment.yaml of fleet-staging is on the default branch of ${url}`,
      ),
    );
  });

  it('outlives a Git host that is away for long', async () => {
    const { look, sources } = setUp();
    await look();
    const readRefs = jest
      .spyOn(sources, 'readRefs')
      .mockRejectedValue(new Error('connection refused'));
    for (let time = 0; time < 10; time++) {
      await expect(look()).resolves.toEqual(
        waiting(expect.stringMatching(/Git host.*connection refused/)),
      );
    }
    readRefs.mockRestore();
    await expect(look()).resolves.toEqual(waiting(summary));
  });

  it('fails as others do when the first look meets an error, or is stopped', async () => {
    const { context, look, sources } = setUp();
    const checkOut = jest.spyOn(sources, 'checkOut');
    checkOut.mockRejectedValueOnce(new Error('no route'));
    await expect(look()).rejects.toThrow('no route');
    await look();
    sources.push(url, answers);
    context.signal = AbortSignal.abort(new Error('stopped'));
    await expect(look()).rejects.toThrow('stopped');
  });
});
