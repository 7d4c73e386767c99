import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toCatalogInfo } from './toCatalogInfo';
import { toCodeOwners } from './toCodeOwners';

/** The generated files that all environments of a repository share. */
export function toSharedFiles(
  environments: readonly Answers[],
  repositoryUrl: string,
): GeneratedFile[] {
  return [
    toCodeOwners(environments, repositoryUrl),
    toCatalogInfo(environments, repositoryUrl),
  ];
}
