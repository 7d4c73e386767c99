// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import { NotFoundError } from '@backstage/errors';
import type { PullRequests } from '../stamps/PullRequests';

/** Pull requests under test, and what people do with them. */
export interface PullRequestsSetup {
  pullRequests: PullRequests;
  /** Page of a repository that has the branches `sovd/one` and `sovd/other` beside `main`. */
  repositoryUrl: string;
  /** Somebody ends the open one of a branch. */
  end(branch: string, state: 'merged' | 'closed'): Promise<void>;
}

/** What pull requests of every Git host do, the fake and the real one. */
export function describePullRequests(
  setUp: () => Promise<PullRequestsSetup>,
): void {
  const wanted = {
    branch: 'sovd/one',
    into: 'main',
    title: 'Add "one"',
    body: 'What it *does*',
  };

  it('opens one, once', async () => {
    const { pullRequests, repositoryUrl } = await setUp();
    await expect(pullRequests.listOpen(repositoryUrl)).resolves.toEqual([]);
    const opened = await pullRequests.open(repositoryUrl, wanted);
    expect(opened).toEqual({
      branch: 'sovd/one',
      title: 'Add "one"',
      state: 'open',
      url: expect.stringMatching(/^http.*\/pulls\/\d+$/),
    });
    await expect(pullRequests.open(repositoryUrl, wanted)).resolves.toEqual(
      opened,
    );
    await expect(pullRequests.listOpen(repositoryUrl)).resolves.toEqual([
      opened,
    ]);
  });

  it.each(['merged', 'closed'] as const)(
    'says that one was %s, and opens none in its place',
    async state => {
      const { end, pullRequests, repositoryUrl } = await setUp();
      const opened = await pullRequests.open(repositoryUrl, wanted);
      await end('sovd/one', state);
      await expect(pullRequests.listOpen(repositoryUrl)).resolves.toEqual([]);
      await expect(
        pullRequests.findNewest(repositoryUrl, 'sovd/one'),
      ).resolves.toEqual({ ...opened, state });
    },
  );

  it('finds the newest of a branch', async () => {
    const { end, pullRequests, repositoryUrl } = await setUp();
    await expect(
      pullRequests.findNewest(repositoryUrl, 'sovd/one'),
    ).resolves.toBeUndefined();
    await pullRequests.open(repositoryUrl, wanted);
    await end('sovd/one', 'closed');
    const again = await pullRequests.open(repositoryUrl, wanted);
    const other = { ...wanted, branch: 'sovd/other', title: 'Another' };
    await pullRequests.open(repositoryUrl, other);
    await expect(
      pullRequests.findNewest(repositoryUrl, 'sovd/one'),
    ).resolves.toEqual(again);
  });

  it('has none of a repository that is not there', async () => {
    const { pullRequests, repositoryUrl } = await setUp();
    const gone = `${repositoryUrl}-gone`;
    await expect(pullRequests.open(gone, wanted)).rejects.toThrow(
      NotFoundError,
    );
    await expect(pullRequests.listOpen(gone)).rejects.toThrow(NotFoundError);
  });
}
