import type { DatabaseTime } from '../changes/databaseTime';

/** A clock of the database that a test sets. */
export function setTime(now: () => number): DatabaseTime {
  return database => database.raw('cast(? as bigint)', [now()]);
}
