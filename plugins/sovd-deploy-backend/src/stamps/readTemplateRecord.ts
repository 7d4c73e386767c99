import { ConflictError } from '@backstage/errors';
import { templateRecordSchema } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';

/**
 * Reads a `.sovd-template.yaml`.
 *
 * @param where - what it is of, for people
 * @throws ConflictError that names what is wrong
 */
export function readTemplateRecord(
  text: string,
  where: string,
): TemplateRecord {
  const document = parseDocument(text);
  const [broken] = document.errors;
  const refuse = (reason: string) =>
    new ConflictError(
      `.sovd-template.yaml of ${where} can't be read: ${reason}; take it from the branch sovd-template/base or from an older commit`,
    );
  if (broken) throw refuse(broken.message);
  const parsed = templateRecordSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw refuse(z.prettifyError(parsed.error));
}
