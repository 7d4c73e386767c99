import type { Target } from '@sovd/plugin-sovd-deploy-common';

/** Where a kind of Git host shows a file of the branch that the template publishes. */
const pathOnMain: Record<Target['repositories']['type'], string> = {
  gitea: 'src/branch/main/catalog-info.yaml',
};

/** Address that the catalog reads a repository's entities from. */
export function toCatalogInfoUrl(
  repositoryUrl: string,
  type: Target['repositories']['type'],
): string {
  return `${repositoryUrl.replace(/\/$/, '')}/${pathOnMain[type]}`;
}
