import { Client, escapeIdentifier } from 'pg';
import type { Settings } from '../settings.ts';
import { postgresConnection } from './connection.ts';

/** Drops every database whose name begins like this, whoever is connected. */
export async function dropDatabases(
  settings: Settings,
  prefix: string,
): Promise<void> {
  const client = new Client(await postgresConnection(settings));
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      const id = escapeIdentifier(datname);
      await client.query(`DROP DATABASE ${id} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}
