import type {
  DriftedFile,
  Stamp,
  StampedFile,
  TemplateRecord,
} from '@sovd/plugin-sovd-deploy-common';

/** Branch that holds pristine stamps, one commit for each. */
export const BASE_BRANCH = 'sovd-template/base';

/** A stamp, and the commit that holds it. */
export type BaseStamp = Pick<Stamp, 'commit' | 'record' | 'files'>;

/** How the default branch stands to what was stamped. */
export interface StampCondition {
  record: TemplateRecord;
  drift: DriftedFile[];
}

/** A stamp that is to be merged into the default branch. */
export interface NewStamp {
  /** Commit of the stamp that it was made from. */
  base: string;
  /** Branch of the pull request. */
  branch: string;
  message: string;
  record: TemplateRecord;
  files: readonly StampedFile[];
}

/**
 * Tells, in Markdown, what a new stamp does.
 *
 * @param former - folder with the files of the stamp before
 * @param next - folder with those of the new one
 */
export type CompareStamps = (former: string, next: string) => Promise<string>;

/** What became of a new stamp. */
export interface WrittenStamp {
  /**
   * `written`: both branches have it now; `present`: they had it, and its pull request is
   * open; `unchanged`: the default branch has taken it; `different`: a pull request is open
   * with another content, and nothing was written.
   */
  state: 'written' | 'present' | 'unchanged' | 'different';
  /** The default branch. */
  into: string;
  /** Commit of the stamp before. */
  former: string;
  /** Commit of this stamp. */
  commit: string;
  /** Files that both sides changed, sorted; found by Git's own three-way merge. */
  conflicts: string[];
  /** What the new stamp does, when it was written. */
  difference?: string;
}

/**
 * Repositories that the template stamped. A method fails with NotFoundError when there is no
 * such repository, ConflictError when its record can't be read, ServiceUnavailableError
 * when its host can't be asked.
 */
export interface StampRepository {
  /** Newest commit of the default branch. */
  readHead(url: string): Promise<string>;
  /** @param commit - of the default branch */
  readCondition(url: string, commit: string): Promise<StampCondition>;
  /**
   * The newest stamp that counts: the one of an open proposal, else the newest that the
   * default branch has taken, else the repository's first commit. Writes nothing.
   *
   * @param open - whether a proposal's pull request is open
   */
  readStamp(url: string, open: boolean): Promise<BaseStamp>;
  /** Makes the base branch from the repository's first commit, if there is none. */
  prepare(url: string): Promise<void>;
  /**
   * Writes a new stamp onto the base branch and the branch of its pull request.
   *
   * @param open - whether this proposal's pull request is open
   * @param compare - asked before anything is written
   * @throws ConflictError when it was made from an older stamp, or when somebody else
   * wrote at the same moment
   */
  write(
    url: string,
    stamp: NewStamp,
    open: boolean,
    compare: CompareStamps,
  ): Promise<WrittenStamp>;
}
