import { z } from 'zod/v4';
import { templateRecordSchema } from './templateRecord';

/** No control character, no backslash, no segment that means a folder: `[^]` is any character, a line's end too. */
const PATH_WITHIN = /^(?!\/)(?!(?:[^]*\/)?\.{1,2}(?:\/|$))[^\\\p{Cc}]+$/u;

/** A file of a repository. @public */
export const stampedFileSchema = z.object({
  /** From the repository's root, with forward slashes; never out of it. */
  path: z.string().regex(PATH_WITHIN),
  /** Base64. */
  content: z.base64(),
  executable: z.boolean().default(false),
});

/** @public */
export type StampedFile = z.infer<typeof stampedFileSchema>;

/**
 * The newest pristine stamp of a repository: exactly what the template wrote, without
 * any edit of the team. It is the branch `sovd-template/base`.
 *
 * @public
 */
export const stampSchema = z.object({
  application: z.string(),
  /** Page of the repository. */
  repositoryUrl: z.string(),
  /** 40 hexadecimal digits. */
  commit: z.string(),
  record: templateRecordSchema,
  files: z.array(stampedFileSchema),
});

/** @public */
export type Stamp = z.infer<typeof stampSchema>;
