import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** Files of a repository at one commit, in a private folder. */
export interface SourceTree {
  /** 40 hexadecimal digits. */
  commit: string;
  folder: string;
  /** Removes the folder. */
  dispose(): Promise<void>;
}

/** Which commits a repository's names stand for now. */
export interface SourceRefs {
  /** Newest commit of the default branch. */
  head: string;
  /** Commits by tag. */
  tags: ReadonlyMap<string, string>;
}

/** Files that are to reach the default branch by a branch of their own. */
export interface NewProposal {
  branch: string;
  files: Record<string, string>;
  message: string;
  /** Whether people still decide about what the branch holds; what it held otherwise is over. */
  open: boolean;
}

/** What became of a {@link NewProposal}. */
export interface ProposedCommit {
  /** The default branch. */
  into: string;
  /** Whether the branch says anything that the default branch doesn't. */
  differs: boolean;
  /** Left out when nothing had to be said. */
  commit?: string;
}

/** The Git repository of an environment. */
export interface SourceRepository {
  /**
   * Whose repository stands at a URL: `new` there is none; `ours` its `.sovd-template.yaml`
   * names this application; `foreign` anything else.
   *
   * @throws ServiceUnavailableError when the host can't be asked
   */
  stateOf(url: string, name: string): Promise<'new' | 'ours' | 'foreign'>;
  /** @throws NotFoundError when the repository has no commit yet */
  readRefs(environment: Environment, signal: AbortSignal): Promise<SourceRefs>;
  /**
   * @param ref - branch, tag or commit; the default branch when left out
   * @throws NotFoundError when the repository has no such commit
   */
  checkOut(
    environment: Environment,
    ref: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceTree>;
  /**
   * Commits files to the default branch; does nothing when they already say the same.
   *
   * @returns the commit, or undefined when there was nothing to say
   * @throws PushRefusedError when the branch is protected; not when somebody else was
   * faster, on whose commit it is tried again
   */
  commit(
    environment: Environment,
    files: Record<string, string>,
    message: string,
  ): Promise<string | undefined>;
  /**
   * Commits files to a branch of their own: on top of what is open there, or else of the
   * default branch.
   *
   * @throws PushRefusedError
   */
  propose(
    environment: Environment,
    proposal: NewProposal,
  ): Promise<ProposedCommit>;
}
