import { GitMirrors, isRepositoryMissing } from '../git/GitMirrors.ts';
import type { RepositoryTags } from './RepositoryTags.ts';
import { RepositoryUnknownError } from './RepositoryUnknownError.ts';

/** Reads tags and commits from the Git host, through copies that are brought up to date for each question. */
export class GitRepositoryTags implements RepositoryTags {
  readonly #mirrors: GitMirrors;
  readonly #host: string;

  /** @param host - URL or folder below which `<owner>/<name>.git` lies */
  constructor(host: string, cache: string) {
    this.#mirrors = new GitMirrors(cache);
    this.#host = host;
  }

  async tags(owner: string, name: string): Promise<readonly string[]> {
    return this.#mirrors.tags(await this.#fresh(owner, name));
  }

  async commit(
    owner: string,
    name: string,
    names: readonly string[],
  ): Promise<string | undefined> {
    return this.#mirrors.commit(await this.#fresh(owner, name), names);
  }

  async #fresh(owner: string, name: string): Promise<string> {
    const url = `${this.#host}/${owner}/${name}.git`;
    try {
      await this.#mirrors.fetch(url);
      return await this.#mirrors.folder(url);
    } catch (error) {
      if (isRepositoryMissing(error)) {
        throw new RepositoryUnknownError(owner, name);
      }
      throw error;
    }
  }
}
