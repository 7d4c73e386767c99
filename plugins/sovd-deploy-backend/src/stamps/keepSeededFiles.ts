import type { StampedFile, TemplateRecord } from '@sovd/plugin-sovd-deploy-common';

/**
 * A new stamp in which seeded files are as they were stamped first: they are the team's,
 * so that no later version of the template brings a change to them. Those that are new
 * stay as they are.
 *
 * @param former - the stamp before
 * @param record - of the new stamp
 */
export function keepSeededFiles(
  files: readonly StampedFile[],
  former: readonly StampedFile[],
  record: TemplateRecord,
): StampedFile[] {
  const kept = former.filter(
    ({ path }) => record.files[path]?.policy === 'seeded',
  );
  const paths = new Set(kept.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...kept];
}
