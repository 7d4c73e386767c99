import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';

/**
 * Entries of a record for files that some version of the template has taken away, without
 * those that are there again. A file that was removed once is told for good: a team may
 * have kept it.
 */
export function removedOf(
  record: Pick<TemplateRecord, 'files'>,
  files: readonly { path: string }[],
): TemplateRecord['files'] {
  const there = new Set(files.map(({ path }) => path));
  return Object.fromEntries(
    Object.entries(record.files).filter(
      ([path, { policy }]) => policy === 'removed' && !there.has(path),
    ),
  );
}
