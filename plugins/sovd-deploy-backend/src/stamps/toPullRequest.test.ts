import {
  giteaPullRequestSchema,
  isOwnPullRequest,
  toPullRequest,
} from './toPullRequest';

/** Part of what Gitea 1.24 answers. */
const answer = {
  id: 7,
  number: 3,
  title: 'Upgrade to 0.4.0',
  html_url: 'http://localhost:15930/sovd/fleet/pulls/3',
  state: 'open',
  merged: false,
  base: { ref: 'main', repo: { full_name: 'sovd/fleet' } },
  head: { ref: 'sovd/template-0.4.0', repo: { full_name: 'sovd/fleet' } },
};

describe('toPullRequest', () => {
  it.each([
    [{}, 'open'],
    [{ state: 'closed' }, 'closed'],
    [{ state: 'closed', merged: true }, 'merged'],
  ])('turns %j into %s', (changed, state) => {
    const parsed = giteaPullRequestSchema.parse({ ...answer, ...changed });
    expect(toPullRequest(parsed)).toEqual({
      title: 'Upgrade to 0.4.0',
      url: 'http://localhost:15930/sovd/fleet/pulls/3',
      branch: 'sovd/template-0.4.0',
      state,
    });
  });

  it.each([
    [answer.head.repo, true],
    [{ full_name: 'stranger/fleet' }, false],
    [null, false],
  ])(
    'tells by the repository %j whether it is the repository’s own',
    (repo, own) => {
      const head = { ref: 'sovd/template-0.4.0', repo };
      const parsed = giteaPullRequestSchema.parse({ ...answer, head });
      expect(isOwnPullRequest(parsed)).toBe(own);
    },
  );
});
