import type {
  DriftedFile,
  TemplateRecord,
} from '@sovd/plugin-sovd-deploy-common';

/**
 * Files that aren't as they were stamped, sorted by path. Seeded files are the team's own
 * and never drift.
 *
 * @param sums - SHA-256 by path, of what the repository has now
 */
export function toDrift(
  { files }: Pick<TemplateRecord, 'files'>,
  sums: ReadonlyMap<string, string>,
): DriftedFile[] {
  return Object.entries(files)
    .filter(([, { policy }]) => policy === 'managed' || policy === 'generated')
    .filter(([path, { sha256 }]) => sums.get(path) !== sha256)
    .map(
      ([path, { policy }]): DriftedFile => ({
        path,
        policy,
        state: sums.has(path) ? 'edited' : 'missing',
      }),
    )
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
