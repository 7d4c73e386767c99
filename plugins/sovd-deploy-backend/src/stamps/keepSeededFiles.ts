import type {
  StampedFile,
  TemplateRecord,
} from '@sovd/plugin-sovd-deploy-common';
import { renewsMarksOnly } from './renewsMarksOnly';

const textOf = ({ content }: StampedFile) =>
  Buffer.from(content, 'base64').toString('utf8');

/**
 * A new stamp in which seeded files are as they were stamped first: they are the team's,
 * so that no later version of the template brings a change to them. Those that are new
 * stay as they are, and so do marked sections such as the README's table of environments.
 *
 * @param former - the stamp before
 * @param record - of the new stamp
 */
export function keepSeededFiles(
  files: readonly StampedFile[],
  former: readonly StampedFile[],
  record: TemplateRecord,
): StampedFile[] {
  const fresh = new Map(files.map(file => [file.path, file]));
  const kept = former.filter(file => {
    if (record.files[file.path]?.policy !== 'seeded') return false;
    const newer = fresh.get(file.path);
    return !newer || !renewsMarksOnly(textOf(newer), textOf(file));
  });
  const paths = new Set(kept.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...kept];
}
