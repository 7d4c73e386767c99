import type {
  EnvironmentPage,
  EnvironmentSummary,
  SharedCause,
} from '@sovd/plugin-sovd-deploy-common';

type Rows = readonly { summary: EnvironmentSummary }[];

/** Causes that are named; what comes behind is found by the filters. */
const MOST = 5;

/** Causes that at least two environments share, the most common first. */
export function toSharedCauses(rows: Rows): SharedCause[] {
  const causes = new Map<string, SharedCause>();
  for (const { summary } of rows) {
    const { health } = summary;
    // of rows that are only old, the reason why is what they share
    const headline = summary.staleReason ?? summary.headline;
    if (health === 'degraded' || health === 'unknown') {
      const key = `${health} ${headline}`;
      const count = (causes.get(key)?.count ?? 0) + 1;
      causes.set(key, { headline, health, count });
    }
  }
  return [...causes.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST);
}

/** How many environments there are of each health, also of none. */
export function countHealths(rows: Rows): EnvironmentPage['counts'] {
  const counts = { degraded: 0, unknown: 0, progressing: 0, healthy: 0 };
  for (const { summary } of rows) counts[summary.health] += 1;
  return counts;
}
