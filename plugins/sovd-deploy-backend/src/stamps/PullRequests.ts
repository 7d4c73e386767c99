import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';

/** A pull request that is to be opened. */
export interface NewPullRequest {
  /** Branch whose commits it brings. */
  branch: string;
  /** Branch that it is to be merged into. */
  into: string;
  title: string;
  /** Markdown. */
  body: string;
}

/** Pull requests of one repository after another, on its Git host. */
export interface PullRequests {
  /**
   * Open ones of the repository's own branches, forks left out.
   *
   * @param repositoryUrl - page of the repository
   * @throws NotFoundError when the host has no such repository
   * @throws ServiceUnavailableError when the host can't be asked
   */
  listOpen(repositoryUrl: string): Promise<PullRequest[]>;
  /** The newest of a branch of the repository, whatever became of it. */
  findNewest(
    repositoryUrl: string,
    branch: string,
  ): Promise<PullRequest | undefined>;
  /** Opens one, or returns the one that is open between the same branches. */
  open(repositoryUrl: string, wanted: NewPullRequest): Promise<PullRequest>;
}
