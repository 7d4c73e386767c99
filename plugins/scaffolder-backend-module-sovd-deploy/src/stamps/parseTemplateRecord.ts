import { InputError } from '@backstage/errors';
import {
  TEMPLATE_RECORD,
  templateRecordSchema,
} from '@sovd/plugin-sovd-deploy-common';
import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';

function read(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads what a repository was stamped from, in the form of any version.
 *
 * @throws InputError when it is no such record
 */
export function parseTemplateRecord(text: string): TemplateRecord {
  const { data, error } = templateRecordSchema.safeParse(read(text));
  if (data) return data;
  const where = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new InputError(
    `${TEMPLATE_RECORD} can't be read${
      where ? ` (${where})` : ''
    }. Bring it back as it was stamped: git checkout sovd-template/base -- ${TEMPLATE_RECORD}`,
  );
}
