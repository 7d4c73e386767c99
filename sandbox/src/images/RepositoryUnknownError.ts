/** The Git host says that it has no such repository. */
export class RepositoryUnknownError extends Error {
  constructor(owner: string, name: string) {
    super(`there is no repository ${owner}/${name}`);
    this.name = 'RepositoryUnknownError';
  }
}
