import { parseDocument } from 'yaml';
import { z } from 'zod/v4';

const templateRecordSchema = z.object({ application: z.string() });

/** The application that a repository was stamped for; undefined when its record names none. */
export function applicationOf(templateRecord: string): string | undefined {
  const { contents, errors } = parseDocument(templateRecord);
  if (errors.length > 0) return undefined;
  return templateRecordSchema.safeParse(contents?.toJSON()).data?.application;
}
