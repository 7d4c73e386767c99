import { describePullRequests } from '../__testUtils__/pullRequestsContract';
import { FakePullRequests } from './FakePullRequests';

describe('FakePullRequests', () => {
  const repositoryUrl = 'http://localhost:15930/sovd/fleet';

  describePullRequests(async () => {
    const pullRequests = new FakePullRequests([repositoryUrl]);
    return {
      pullRequests,
      repositoryUrl,
      end: async (branch, state) =>
        pullRequests.end(repositoryUrl, branch, state),
    };
  });
});
