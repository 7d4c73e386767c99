import { testStamp, toStampedFiles } from '../__testUtils__/testStamp';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakePullRequests } from './FakePullRequests';
import { FakeStampRepository } from './FakeStampRepository';
import { StampProposer } from './StampProposer';

const environment = proposeEnvironment();
const { repositoryUrl } = environment;
const place = {
  application: 'fleet',
  environments: [environment],
  repositoryUrl,
};

// What it answers and refuses is shown by stampRoutes.test.ts.
describe('StampProposer', () => {
  async function setUp() {
    const stamps = new FakeStampRepository();
    stamps.publish(repositoryUrl, testStamp());
    const pullRequests = new FakePullRequests();
    const compare = jest.fn(async (..._: unknown[]) => '## Staging');
    const proposer = new StampProposer({
      comparer: { compare },
      pullRequests,
      stamps,
    });
    const { commit: base } = await stamps.readStamp(repositoryUrl, false);
    const add = (name: string) =>
      proposer.propose(place, {
        purpose: { kind: 'environment', environment: name },
        base,
        title: `Add ${name}`,
        body: 'Notes',
        files: toStampedFiles(testStamp({ environments: ['staging', name] })),
      });
    return { add, compare, proposer, pullRequests, stamps };
  }

  it('takes turns, so that one of two at the same moment wins', async () => {
    const { add, proposer } = await setUp();
    const [one, other] = await Promise.allSettled([add('test'), add('demo')]);
    expect(one).toMatchObject({ value: { state: 'proposed' } });
    expect(other).toMatchObject({
      reason: {
        name: 'ConflictError',
        message: expect.stringMatching(/"Add test" is open/),
      },
    });
    await expect(proposer.listOpen(repositoryUrl)).resolves.toMatchObject([
      { branch: 'sovd/add-env-test' },
    ]);
  });

  it('compares the two stamps once, for the text of the pull request', async () => {
    const { add, compare, pullRequests } = await setUp();
    const { pullRequest } = await add('test');
    await add('test');
    expect(compare).toHaveBeenCalledTimes(1);
    expect(compare.mock.calls[0][2]).toEqual([environment]);
    expect(pullRequests.bodies.get(pullRequest?.url ?? '')).toBe(
      'Notes\n\n## Staging',
    );
  });

  it('proposes without a comparison, and says why there is none', async () => {
    const { add, compare, pullRequests } = await setUp();
    compare.mockRejectedValue(new Error('No helm here'));
    const { pullRequest } = await add('test');
    expect(pullRequests.bodies.get(pullRequest?.url ?? '')).toMatch(
      /could not be worked out: .*No helm here/,
    );
  });

  it('makes up for a host that failed between the branches and the pull request', async () => {
    const { add, pullRequests } = await setUp();
    jest
      .spyOn(pullRequests, 'open')
      .mockRejectedValueOnce(new Error('The host is away'));
    await expect(add('test')).rejects.toThrow('is away');
    await expect(add('test')).resolves.toMatchObject({
      state: 'proposed',
      pullRequest: { state: 'open' },
    });
  });

  it('leaves pull requests of the team alone', async () => {
    const { add, proposer, pullRequests } = await setUp();
    const branch = 'feature/sovd';
    await pullRequests.open(repositoryUrl, {
      ...{ branch, into: 'main', title: 'Ours', body: '' },
    });
    await expect(proposer.listOpen(repositoryUrl)).resolves.toEqual([]);
    await expect(add('test')).resolves.toMatchObject({ state: 'proposed' });
  });
});
