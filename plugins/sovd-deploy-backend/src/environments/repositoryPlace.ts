import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from './TargetConfig';

/**
 * Where the repository of an application stands or would stand: its page, and the form
 * that the scaffolder's publish actions take.
 */
export function repositoryPlace(
  answers: Pick<Answers, 'name'>,
  target: Pick<TargetConfig, 'repositories' | 'gitBaseUrl'>,
): { url: string; repoUrl: string } {
  const { host, owner } = target.repositories;
  const query = new URLSearchParams({ owner, repo: answers.name });
  return {
    url: `${target.gitBaseUrl}/${owner}/${answers.name}`,
    repoUrl: `${host}?${query}`,
  };
}
