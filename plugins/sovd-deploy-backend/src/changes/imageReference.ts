import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from '../environments/TargetConfig';

/**
 * Where the image of a component stands for a commit. The tag names the whole hash, so
 * that nobody can push another content for the same source.
 */
export function imageReference(
  environment: Environment,
  target: Pick<TargetConfig, 'imageRepositoryPattern' | 'repositories'>,
  component: string,
  commit: string,
): { repository: string; tag: string } {
  const repository = target.imageRepositoryPattern
    .replaceAll('{owner}', target.repositories.owner)
    .replaceAll('{name}', environment.answers.name)
    .replaceAll('{component}', component);
  return { repository, tag: `sha-${commit}` };
}
