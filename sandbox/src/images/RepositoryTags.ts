/** Where a registry learns what its repositories hold. */
export interface RepositoryTags {
  /** @throws RepositoryUnknownError */
  tags(owner: string, name: string): Promise<readonly string[]>;
  /**
   * The commit of the first of these Git names that the repository knows.
   *
   * @throws RepositoryUnknownError
   */
  commit(
    owner: string,
    name: string,
    names: readonly string[],
  ): Promise<string | undefined>;
}
