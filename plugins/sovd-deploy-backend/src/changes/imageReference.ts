import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from '../environments/TargetConfig';

/** Where the images of a component stand. */
export function imageRepository(
  { answers }: Pick<Environment, 'answers'>,
  {
    imageRepositoryPattern,
    repositories,
  }: Pick<TargetConfig, 'imageRepositoryPattern' | 'repositories'>,
  component: string,
): string {
  return imageRepositoryPattern
    .replaceAll('{owner}', repositories.owner)
    .replaceAll('{name}', answers.name)
    .replaceAll('{component}', component);
}

/**
 * The tag of a commit's images: the whole hash, so that nobody can push another content
 * for the same source.
 */
export function commitTag(commit: string): string {
  return `sha-${commit}`;
}
