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
 * Where the image of a component stands for a commit. The tag names the whole hash, so
 * that nobody can push another content for the same source.
 */
export function imageReference(
  environment: Environment,
  target: Pick<TargetConfig, 'imageRepositoryPattern' | 'repositories'>,
  component: string,
  commit: string,
): { repository: string; tag: string } {
  const repository = imageRepository(environment, target, component);
  return { repository, tag: `sha-${commit}` };
}
