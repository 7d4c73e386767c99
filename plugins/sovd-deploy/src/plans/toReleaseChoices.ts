import type { Change } from '@sovd/plugin-sovd-deploy-common';

/** A release that ran here before. */
export interface ReleaseChoice {
  /** Helm's revision. */
  revision: number;
  version: string;
  /** The change that brought it. */
  change: Change;
}

/**
 * Earlier releases, the newest first.
 *
 * @param current - Helm's revision that runs now
 */
export function toReleaseChoices(
  changes: Change[],
  current: number | undefined,
): ReleaseChoice[] {
  return changes.flatMap(change => {
    const { phase, revision, version } = change;
    if (phase !== 'succeeded' || !revision || !version) return [];
    // A failed upgrade moves Helm's revision on, too; what runs now is the newest that succeeded.
    if (current !== undefined && revision >= current) return [];
    return [{ revision, version, change }];
  });
}
