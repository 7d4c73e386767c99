import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { toMainUrl } from './toMainUrl';

/** Address that the catalog reads a repository's entities from. */
export function toCatalogInfoUrl(
  repositoryUrl: string,
  type: Target['repositories']['type'],
): string {
  return `${toMainUrl(repositoryUrl, type)}/catalog-info.yaml`;
}
