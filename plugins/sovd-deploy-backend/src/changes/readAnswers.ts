import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const fileSchema = z.object({ answers: answersSchema });

/**
 * Answers of an environment's own file, as a change brings them; undefined when it brings none.
 *
 * @throws ZodError when the file isn't what the portal writes, which is a fault of ours
 */
export function readAnswers(file: string | undefined): Answers | undefined {
  return file === undefined ? undefined : fileSchema.parse(parse(file)).answers;
}
