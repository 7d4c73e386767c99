import {
  componentsOf,
  imageComponentOf,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Component,
  ComponentImage,
  Environment,
  Image,
} from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ImageRegistry } from '../releases/ImageRegistry';
import { imageRepository } from './imageReference';

/** Where the image of a component stands. */
export interface ComponentRepository {
  component: Component;
  repository: string;
}

/** The images of one tag: what there is, and what is still missing. */
export interface FoundImages {
  images: ComponentImage[];
  /** Repositories that haven't got the tag. */
  missing: ComponentRepository[];
}

/** Where the images of an environment's components stand; the backend's is first. */
export function componentRepositories(
  environment: Pick<Environment, 'answers'>,
  target: Pick<TargetConfig, 'imageRepositoryPattern' | 'repositories'>,
): ComponentRepository[] {
  return componentsOf(environment.answers).map(component => ({
    component,
    repository: imageRepository(
      environment,
      target,
      imageComponentOf(component),
    ),
  }));
}

/** Looks for the image of each component under one tag; a repository is asked once. */
export async function findImages(
  images: Pick<ImageRegistry, 'resolve'>,
  repositories: readonly ComponentRepository[],
  tag: string,
  signal: AbortSignal,
): Promise<FoundImages> {
  const names = [...new Set(repositories.map(({ repository }) => repository))];
  const answers = await Promise.all(
    names.map(
      async (repository): Promise<[string, Image | undefined]> => [
        repository,
        await images.resolve({ repository, tag }, signal),
      ],
    ),
  );
  const byRepository = new Map(answers);
  const found: FoundImages = { images: [], missing: [] };
  for (const { component, repository } of repositories) {
    const image = byRepository.get(repository);
    if (image) found.images.push({ component, ...image });
    else if (!found.missing.some(item => item.repository === repository)) {
      found.missing.push({ component, repository });
    }
  }
  return found;
}
