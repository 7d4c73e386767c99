import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';

const fileSchema = z.object({ answers: z.record(z.string(), z.json()) });

/**
 * The answers that stand after a change which brings an environment's own file; what the
 * file doesn't say stays as it was.
 *
 * @returns undefined when the change brings no such file, or one that nobody could have answered
 */
export function readAnswers(
  file: string | undefined,
  former: Answers,
): Answers | undefined {
  if (file === undefined) return undefined;
  const document = parseDocument(file);
  if (document.errors.length > 0) return undefined;
  const read = fileSchema.safeParse(document.toJS());
  if (!read.success) return undefined;
  return answersSchema.safeParse({ ...former, ...read.data.answers }).data;
}
