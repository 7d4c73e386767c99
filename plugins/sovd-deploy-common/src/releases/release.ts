import { z } from 'zod/v4';

/** An image as it runs: `repository:tag@digest`. @public */
export const imageSchema = z.object({
  repository: z.string(),
  tag: z.string(),
  /** `sha256:` and 64 hexadecimal digits. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

/** @public */
export type Image = z.infer<typeof imageSchema>;

/** Chart version, image digests and values of one environment. @public */
export const releaseSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  /** Helm's integer. */
  revision: z.number().int().min(1),
  chartVersion: z.string(),
  /** Commit that chart and code came from. */
  commit: z.string(),
  image: imageSchema,
  deployedAt: z.iso.datetime(),
});

/** @public */
export type Release = z.infer<typeof releaseSchema>;
