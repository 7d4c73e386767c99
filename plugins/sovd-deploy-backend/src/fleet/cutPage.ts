import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { rankOf, readCursor, writeCursor } from './fleetCursor';
import type { FleetQuery } from './FleetQuery';

interface Place {
  rank: number;
  name: string;
}

/**
 * Orders rows and cuts a page out of them.
 *
 * @throws InputError when the cursor isn't one of this order
 */
export function cutPage<T extends { summary: EnvironmentSummary }>(
  rows: readonly T[],
  query: FleetQuery,
): { items: T[]; nextCursor?: string; prevCursor?: string } {
  const cursor = readCursor(query);
  const sign = query.order === 'ascending' ? 1 : -1;
  const placed = rows.map(row => ({
    row,
    name: row.summary.name,
    rank: rankOf(row.summary, query),
  }));
  placed.sort((a, b) => sign * compare(a, b));

  /** Rows before a place; with it also the one that stands there. */
  const countTo = (place: Place, withIt: boolean) =>
    placed.filter(item => sign * compare(item, place) < (withIt ? 1 : 0))
      .length;
  let start = 0;
  if (cursor?.toward === 'next') {
    start = countTo(cursor, true);
    // all that stood there is gone: the last page is what comes closest
    if (start === placed.length) start -= query.limit;
  } else if (cursor) {
    start = countTo(cursor, false) - query.limit;
  }
  start = Math.max(0, start);
  const end = start + query.limit;

  const items = placed.slice(start, end).map(({ row }) => row);
  const first = items.at(0);
  const last = items.at(-1);
  return {
    items,
    ...(last &&
      end < placed.length && {
        nextCursor: writeCursor(last.summary, 'next', query),
      }),
    ...(first &&
      start > 0 && {
        prevCursor: writeCursor(first.summary, 'previous', query),
      }),
  };
}

function compare(a: Place, b: Place): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
