import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Settings } from '../settings.ts';
import { postgresConnection } from './connection.ts';

/** Makes a role with this password and a database of the same name that belongs to it; what exists is kept. */
export async function ensureDatabase(
  settings: Settings,
  name: string,
  password: string,
): Promise<void> {
  const client = new Client(await postgresConnection(settings));
  await client.connect();
  try {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      name,
    ]);
    const verb = role.rowCount ? 'ALTER' : 'CREATE';
    const id = escapeIdentifier(name);
    await client.query(
      `${verb} ROLE ${id} LOGIN PASSWORD ${escapeLiteral(password)}`,
    );
    const database = await client.query(
      'SELECT FROM pg_database WHERE datname = $1',
      [name],
    );
    if (!database.rowCount) {
      await client.query(`CREATE DATABASE ${id} OWNER ${id}`);
    }
  } finally {
    await client.end();
  }
}
