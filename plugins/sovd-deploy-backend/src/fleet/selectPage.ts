import type {
  EnvironmentPage,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import { cutPage } from './cutPage';
import type { FleetQuery } from './FleetQuery';
import { countHealths, toSharedCauses } from './toSharedCauses';

/** A page of rows with what is to be said of all of them. */
export type SelectedPage<T> = Omit<EnvironmentPage, 'items' | 'channel'> & {
  items: T[];
};

/**
 * Filters, counts and orders what someone may see, and cuts a page out of it.
 *
 * @throws InputError when the cursor isn't one of this order
 */
export function selectPage<T extends { summary: EnvironmentSummary }>(
  rows: readonly T[],
  query: FleetQuery,
): SelectedPage<T> {
  const { application, health, owner, text, tier } = query;
  const inScope = rows.filter(
    ({ summary }) =>
      (owner === undefined || summary.owner === owner) &&
      (tier === undefined || summary.tier === tier) &&
      (application === undefined || summary.application === application),
  );
  const matching = inScope.filter(
    ({ summary }) =>
      (health === undefined || summary.health === health) &&
      hasText(summary, text),
  );
  return {
    ...cutPage(matching, query),
    total: matching.length,
    counts: countHealths(inScope),
    sharedCauses: toSharedCauses(inScope),
    owners: [...new Set(rows.map(({ summary }) => summary.owner))].sort(),
  };
}

function hasText(summary: EnvironmentSummary, text?: string): boolean {
  const wanted = text?.trim().toLowerCase();
  if (!wanted) return true;
  const { headline, name, owner, staleReason, target, version } = summary;
  return [name, owner, target, version, headline, staleReason].some(word =>
    word?.toLowerCase().includes(wanted),
  );
}
