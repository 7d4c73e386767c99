import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/**
 * Reads what a caller sent.
 *
 * @throws InputError that names each field that is wrong
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InputError(z.prettifyError(parsed.error));
}
