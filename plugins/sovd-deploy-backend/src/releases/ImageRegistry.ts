import type { Image } from '@sovd/plugin-sovd-deploy-common';

/** Knows which images there are, and which digest a tag names now. */
export interface ImageRegistry {
  /**
   * @param reference - `repository:tag` without a digest
   * @returns undefined when the registry knows no such repository or tag
   */
  resolve(
    reference: { repository: string; tag: string },
    signal: AbortSignal,
  ): Promise<Image | undefined>;
  /** All tags of a repository, sorted by name; none when there is no such repository. */
  listTags(repository: string, signal: AbortSignal): Promise<string[]>;
}
