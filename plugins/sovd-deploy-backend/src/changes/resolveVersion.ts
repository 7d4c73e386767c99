import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  ComponentImage,
  Finding,
  Image,
} from '@sovd/plugin-sovd-deploy-common';
import type { SourceRefs } from '../environments/SourceRepository';
import type { ImageRegistry } from '../releases/ImageRegistry';
import { blocker } from './blocker';
import { findImages } from './componentImages';
import type { ComponentRepository } from './componentImages';

/** Images with the commit that they were built from. */
export interface ResolvedVersion {
  images: ComponentImage[];
  commit: string;
  /** What people call it. */
  version: string;
}

/**
 * Finds the images and the source of a version, all by the same tag. A digest is looked
 * for among the backend's tags, since only a tag says which commit an image was built from.
 *
 * @param wanted - tag or digest
 * @returns the finding that refuses it when an image or the source is missing
 */
export async function resolveVersion(
  images: ImageRegistry,
  {
    repositories,
    wanted,
  }: { repositories: readonly ComponentRepository[]; wanted: string },
  { tags }: SourceRefs,
  signal: AbortSignal,
): Promise<ResolvedVersion | Finding> {
  const [{ repository }] = repositories;
  const tag = wanted.startsWith('sha256:')
    ? (await findByDigest(images, repository, wanted, signal))?.tag
    : wanted;
  if (!tag)
    return toUnknownVersion([{ component: 'backend', repository }], wanted);
  const found = await findImages(images, repositories, tag, signal);
  if (found.missing.length > 0) return toUnknownVersion(found.missing, wanted);
  const commit = commitOf(tag, tags);
  const version = versionOf(tag);
  return commit
    ? { images: found.images, commit, version }
    : toUnknownSource({ repository, tag });
}

/** The commit that a tag names: by itself, or as a tag of the repository. */
export function commitOf(
  tag: string,
  tags: SourceRefs['tags'],
): string | undefined {
  return /^sha-([0-9a-f]{40})$/.exec(tag)?.[1] ?? tags.get(tag);
}

/** Says of a version that the registry hasn't got it, and for which component. */
export function toUnknownVersion(
  missing: readonly ComponentRepository[],
  wanted: string,
): Finding {
  const components = missing.map(({ component }) => component).join(' and ');
  const places = missing.map(({ repository }) => repository).join(' and ');
  return blocker(
    'version-unknown',
    `There is no image ${wanted} of ${components}`,
    `The registry has neither a tag nor a digest ${wanted} in ${places}, so pods could never start.`,
    'Choose a version of the list, or wait until the pipeline has pushed this one',
  );
}

function toUnknownSource({
  repository,
  tag,
}: Pick<Image, 'repository' | 'tag'>): Finding {
  return blocker(
    'version-without-source',
    `Nobody knows what ${tag} was built from`,
    `${repository} has the image, but the repository has no Git tag ${tag}; chart and migrations come from that commit.`,
    `Give the commit the Git tag ${tag}, or choose another version`,
  );
}

async function findByDigest(
  images: ImageRegistry,
  repository: string,
  digest: string,
  signal: AbortSignal,
): Promise<Image | undefined> {
  for (const tag of await images.listTags(repository, signal)) {
    const image = await images.resolve({ repository, tag }, signal);
    if (image?.digest === digest) return image;
  }
  return undefined;
}
