import type {
  EnvironmentSummary,
  Health,
} from '@sovd/plugin-sovd-deploy-common';

/** A row of the list; tables want an `id`. */
export interface FleetRow extends EnvironmentSummary {
  id: string;
}

/**
 * Rows of the list.
 *
 * @param staleReason - why the list couldn't be renewed: nothing in it is known any more
 */
export function toFleetRows(
  summaries: readonly EnvironmentSummary[],
  staleReason?: string,
): FleetRow[] {
  return summaries.map(summary => {
    const row = { ...summary, id: summary.entityRef };
    return staleReason ? { ...row, health: 'unknown', staleReason } : row;
  });
}

export type FleetFilter = Health | 'all';

export function filterRows(rows: FleetRow[], filter: FleetFilter): FleetRow[] {
  return filter === 'all' ? rows : rows.filter(row => row.health === filter);
}

/** Rows with a text in what a person would look for, upper or lower case. */
export function searchRows(rows: FleetRow[], text: string): FleetRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ name, owner, target, version, headline }) =>
    [name, owner, target, version ?? '', headline].some(word =>
      word.toLowerCase().includes(wanted),
    ),
  );
}

/** Healths in the order in which a person should look at them. */
export const byUrgency: readonly Health[] = [
  'degraded',
  'unknown',
  'progressing',
  'healthy',
];

const keyOf: Record<string, (row: FleetRow) => number | string> = {
  health: row => byUrgency.indexOf(row.health),
  environment: row => row.name,
  version: row => row.version ?? '',
  owner: row => row.owner,
};

/** Sorts by a column; equal rows stand in the order of their names, so that no row jumps. */
export function sortRows(
  rows: FleetRow[],
  sort: { column: string | number; direction: 'ascending' | 'descending' },
): FleetRow[] {
  const key = keyOf[sort.column] ?? keyOf.health;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === b) return left.name.localeCompare(right.name);
    return a < b ? -sign : sign;
  });
}
