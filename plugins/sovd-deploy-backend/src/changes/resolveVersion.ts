import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Finding, Image } from '@sovd/plugin-sovd-deploy-common';
import type { SourceRefs } from '../environments/SourceRepository';
import type { ImageRegistry } from '../releases/ImageRegistry';
import { blocker } from './blocker';

/** An image with the commit that it was built from. */
export interface ResolvedVersion {
  image: Image;
  commit: string;
  /** What people call it. */
  version: string;
}

/**
 * Finds the image and the source of a version, both by the same tag. A digest is looked
 * for among the tags, since only a tag says which commit an image was built from.
 *
 * @param wanted - tag or digest
 * @returns the finding that refuses it when there is no such image or source
 */
export async function resolveVersion(
  images: ImageRegistry,
  { repository, wanted }: { repository: string; wanted: string },
  { tags }: SourceRefs,
  signal: AbortSignal,
): Promise<ResolvedVersion | Finding> {
  const image = wanted.startsWith('sha256:')
    ? await findByDigest(images, repository, wanted, signal)
    : await images.resolve({ repository, tag: wanted }, signal);
  if (!image) return toUnknownVersion(repository, wanted);
  const commit = commitOf(image.tag, tags);
  const version = versionOf(image.tag);
  return commit ? { image, commit, version } : toUnknownSource(image);
}

/** The commit that a tag names: by itself, or as a tag of the repository. */
export function commitOf(
  tag: string,
  tags: SourceRefs['tags'],
): string | undefined {
  return /^sha-([0-9a-f]{40})$/.exec(tag)?.[1] ?? tags.get(tag);
}

/** Says of a version that the registry hasn't got it. */
export function toUnknownVersion(repository: string, wanted: string): Finding {
  return blocker(
    'version-unknown',
    `There is no image ${wanted}`,
    `The registry has neither a tag nor a digest ${wanted} in ${repository}, so pods could never start.`,
    'Choose a version of the list, or wait until the pipeline has pushed this one',
  );
}

function toUnknownSource({ repository, tag }: Image): Finding {
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
