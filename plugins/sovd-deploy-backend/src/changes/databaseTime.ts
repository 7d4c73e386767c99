import type { Knex } from 'knex';

/** The present moment in milliseconds since 1970, as an expression of the database. */
export type DatabaseTime = (database: Knex) => Knex.Raw;

/**
 * The database's own clock: the only one that all replicas share, so that a replica whose
 * clock is wrong neither takes a lease that lives nor keeps one that has run out.
 */
export const databaseTime: DatabaseTime = database =>
  database.client.config.client === 'pg'
    ? // the clock itself: now() stands still while a transaction runs
      database.raw(
        'floor(extract(epoch from clock_timestamp()) * 1000)::bigint',
      )
    : database.raw(`cast(round(unixepoch('subsec') * 1000) as integer)`);
