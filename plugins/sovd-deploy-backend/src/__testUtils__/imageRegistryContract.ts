// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import type { Image } from '@sovd/plugin-sovd-deploy-common';
import type { ImageRegistry } from '../releases/ImageRegistry';

/** What every ImageRegistry keeps to. */
export function imageRegistryContract(
  setUp: () => Promise<{
    registry: ImageRegistry;
    /** An image that it holds. */
    image: Image;
  }>,
): void {
  const { signal } = new AbortController();

  it('turns a tag into its digest', async () => {
    const { registry, image } = await setUp();
    const { repository, tag } = image;
    expect(await registry.resolve({ repository, tag }, signal)).toEqual(image);
  });

  it('knows nothing of another tag or repository', async () => {
    const { registry, image } = await setUp();
    const { repository, tag } = image;
    expect(
      await registry.resolve({ repository, tag: 'nope' }, signal),
    ).toBeUndefined();
    expect(
      await registry.resolve({ repository: `${repository}x`, tag }, signal),
    ).toBeUndefined();
  });

  it('lists the tags of a repository, and none of another', async () => {
    const { registry, image } = await setUp();
    const { repository, tag } = image;
    expect(await registry.listTags(repository, signal)).toEqual([tag]);
    expect(await registry.listTags(`${repository}x`, signal)).toEqual([]);
  });

  it('ends with the abort signal', async () => {
    const { registry, image } = await setUp();
    const aborted = AbortSignal.abort(new Error('stopped'));
    await expect(registry.resolve(image, aborted)).rejects.toThrow('stopped');
    await expect(registry.listTags(image.repository, aborted)).rejects.toThrow(
      'stopped',
    );
  });
}
