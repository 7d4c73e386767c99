import type { Image } from '@sovd/plugin-sovd-deploy-common';

/** Turns a tag into the digest that it names now. */
export interface ImageRegistry {
  /**
   * @param reference - `repository:tag` without a digest
   * @returns undefined when the registry knows no such repository or tag
   */
  resolve(
    reference: { repository: string; tag: string },
    signal: AbortSignal,
  ): Promise<Image | undefined>;
}
