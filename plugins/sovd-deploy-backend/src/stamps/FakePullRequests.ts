import { NotFoundError } from '@backstage/errors';
import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';
import type { NewPullRequest, PullRequests } from './PullRequests';

/** Pull requests in memory, for tests. */
export class FakePullRequests implements PullRequests {
  private readonly all = new Map<string, PullRequest[]>();
  /** Texts by page, as they were opened with. */
  readonly bodies = new Map<string, string>();

  /** @param only - the repositories that are there; any, when left out */
  constructor(private readonly only?: readonly string[]) {}

  async listOpen(repositoryUrl: string): Promise<PullRequest[]> {
    return this.of(repositoryUrl).filter(({ state }) => state === 'open');
  }

  async findNewest(repositoryUrl: string, branch: string) {
    return this.of(repositoryUrl).find(one => one.branch === branch);
  }

  async open(repositoryUrl: string, wanted: NewPullRequest) {
    const { body, branch, title } = wanted;
    const known = this.of(repositoryUrl);
    const same = known.find(
      one => one.branch === branch && one.state === 'open',
    );
    if (same) return same;
    const url = `${repositoryUrl}/pulls/${known.length + 1}`;
    const opened: PullRequest = { title, url, branch, state: 'open' };
    this.all.set(repositoryUrl, [opened, ...known]);
    this.bodies.set(url, body);
    return opened;
  }

  /** People decide about the open one of a branch. */
  end(repositoryUrl: string, branch: string, state: 'merged' | 'closed') {
    const known = this.of(repositoryUrl);
    const ended = known.find(
      one => one.branch === branch && one.state === 'open',
    );
    if (!ended) throw new NotFoundError(`${branch} has no open pull request`);
    this.all.set(
      repositoryUrl,
      known.map(one => (one === ended ? { ...one, state } : one)),
    );
  }

  private of(repositoryUrl: string): PullRequest[] {
    if (this.only && !this.only.includes(repositoryUrl)) {
      throw new NotFoundError(`There is no repository ${repositoryUrl}`);
    }
    return this.all.get(repositoryUrl) ?? [];
  }
}
