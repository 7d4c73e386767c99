import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';

/** What a record says of the stamp, without what changes later: sums of generated files do. */
function identityOf(record: TemplateRecord): string {
  const managed = Object.entries(record.files)
    .filter(([, { policy }]) => policy === 'managed')
    .map(([path, { sha256 }]) => `${path} ${sha256}`);
  return JSON.stringify([
    record.application,
    record.template.name,
    record.template.version,
    Object.keys(record.environments).sort(),
    managed.sort(),
  ]);
}

/**
 * Whether two records tell of the same stamp. That is how a stamp is known that came into
 * the default branch by a squash, which leaves no trace of its commit.
 */
export function isSameStamp(
  one: TemplateRecord,
  other: TemplateRecord,
): boolean {
  return identityOf(one) === identityOf(other);
}
