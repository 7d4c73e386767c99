import { z } from 'zod/v4';
import { componentSchema } from './component';
import type { Component } from './component';

/** An image as it runs: `repository:tag@digest`. @public */
export const imageSchema = z.object({
  repository: z.string(),
  tag: z.string(),
  /** `sha256:` and 64 hexadecimal digits. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

/** @public */
export type Image = z.infer<typeof imageSchema>;

/** The image that a component runs. @public */
export const componentImageSchema = z.object({
  component: componentSchema,
  ...imageSchema.shape,
});

/** @public */
export type ComponentImage = z.infer<typeof componentImageSchema>;

/** One image for each component; the backend is always among them. @public */
export const componentImagesSchema = z
  .array(componentImageSchema)
  .refine(
    images =>
      images.some(({ component }) => component === 'backend') &&
      new Set(images.map(({ component }) => component)).size === images.length,
    'must name each component once, the backend among them',
  );

/**
 * The image of a component.
 *
 * @returns undefined when the release hasn't got the component
 * @public
 */
export function imageOf(
  images: readonly ComponentImage[],
  component: Component,
): ComponentImage | undefined {
  return images.find(image => image.component === component);
}

/**
 * The tag that all images of a release carry.
 *
 * @returns an empty text when there is no image
 * @public
 */
export function tagOf(images: readonly ComponentImage[]): string {
  return (imageOf(images, 'backend') ?? images[0])?.tag ?? '';
}

/** Chart version, image digests and values of one environment. @public */
export const releaseSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  /** Helm's integer. */
  revision: z.number().int().min(1),
  chartVersion: z.string(),
  /** Commit that chart and code came from. */
  commit: z.string(),
  images: componentImagesSchema,
  deployedAt: z.iso.datetime(),
});

/** @public */
export type Release = z.infer<typeof releaseSchema>;
