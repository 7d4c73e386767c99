import type { Target } from '@sovd/plugin-sovd-deploy-common';

/** Where a kind of Git host shows the files of the branch that the template publishes. */
const pathOfMain: Record<Target['repositories']['type'], string> = {
  gitea: 'src/branch/main',
};

/** Address that a repository's files are shown under, without a slash at its end. */
export function toMainUrl(
  repositoryUrl: string,
  type: Target['repositories']['type'],
): string {
  return `${repositoryUrl.replace(/\/$/, '')}/${pathOfMain[type]}`;
}
