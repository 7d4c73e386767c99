import { InputError } from '@backstage/errors';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { healthsByUrgency } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { FleetQuery } from './FleetQuery';

/**
 * A place between two rows, by the values that put a row there: it stays where it is when
 * the row itself is gone or has moved.
 */
const cursorSchema = z.object({
  order: z.string(),
  toward: z.enum(['next', 'previous']),
  rank: z.number(),
  name: z.string(),
});

/** @see {@link cursorSchema} */
export type FleetCursor = z.infer<typeof cursorSchema>;

/** What a row is put in the order by; names are unique. */
export function rankOf(
  { health }: EnvironmentSummary,
  { sort }: FleetQuery,
): number {
  return sort === 'urgency' ? healthsByUrgency.indexOf(health) : 0;
}

const orderOf = ({ sort, order }: FleetQuery) => `${sort} ${order}`;

/** The place before or behind a row. */
export function writeCursor(
  row: EnvironmentSummary,
  toward: FleetCursor['toward'],
  query: FleetQuery,
): string {
  const cursor: FleetCursor = {
    order: orderOf(query),
    toward,
    rank: rankOf(row, query),
    name: row.name,
  };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InputError when it isn't of a page in the same order */
export function readCursor(query: FleetQuery): FleetCursor | undefined {
  if (query.cursor === undefined) return undefined;
  const text = Buffer.from(query.cursor, 'base64url').toString();
  let cursor: FleetCursor | undefined;
  try {
    cursor = cursorSchema.parse(JSON.parse(text));
  } catch {
    // said below
  }
  if (cursor?.order !== orderOf(query)) {
    throw new InputError('cursor has to come from a page in the same order');
  }
  return cursor;
}
