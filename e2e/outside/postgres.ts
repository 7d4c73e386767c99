import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { state } from './sandbox.ts';

/** Asks an environment's database as the server's administrator. */
export async function query<T extends Record<string, unknown>>(
  environment: string,
  database: string,
  sql: string,
): Promise<T[]> {
  const password = await readFile(
    path.join(state, 'postgres/password'),
    'utf8',
  );
  const ca = await readFile(path.join(state, 'postgres/server.crt'), 'utf8');
  const client = new Client({
    host: '127.0.0.1',
    port: Number(process.env.SOVD_SANDBOX_PORT_POSTGRES ?? 15432),
    user: 'sandbox',
    password: password.trim(),
    database: `${environment}.${database}`,
    ssl: { ca, checkServerIdentity: () => undefined },
  });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
