import type { Image } from '@sovd/plugin-sovd-deploy-common';
import type { ImageRegistry } from './ImageRegistry';

/** Images in memory, for tests. */
export class FakeImageRegistry implements ImageRegistry {
  private readonly images = new Map<string, Image>();

  push(image: Image): void {
    this.images.set(`${image.repository}:${image.tag}`, image);
  }

  async resolve(
    reference: { repository: string; tag: string },
    signal: AbortSignal,
  ): Promise<Image | undefined> {
    signal.throwIfAborted();
    return this.images.get(`${reference.repository}:${reference.tag}`);
  }

  async listTags(repository: string, signal: AbortSignal): Promise<string[]> {
    signal.throwIfAborted();
    return [...this.images.values()]
      .filter(image => image.repository === repository)
      .map(({ tag }) => tag)
      .sort();
  }
}
