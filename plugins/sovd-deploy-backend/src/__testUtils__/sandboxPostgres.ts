import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import knexFactory from 'knex';
import type { Knex } from 'knex';

const DEFAULT_PORT = '15432';

/** An empty database on the running sandbox's PostgreSQL, for tests that need it. */
export async function sandboxPostgres(): Promise<{
  connection: Knex.Config;
  drop(): Promise<void>;
}> {
  const state =
    process.env.SOVD_SANDBOX_STATE ??
    path.join(__dirname, '../../../../.sandbox');
  const read = (file: string) =>
    readFileSync(path.join(state, 'postgres', file), 'utf8');
  const of = (database: string): Knex.Config => ({
    client: 'pg',
    connection: {
      host: '127.0.0.1',
      port: Number(process.env.SOVD_SANDBOX_PORT_POSTGRES ?? DEFAULT_PORT),
      user: 'sandbox',
      password: read('password').trim(),
      database,
      ssl: { ca: read('server.crt') },
    },
    pool: { min: 0, max: 5 },
  });
  const name = `sovd_test_${randomBytes(6).toString('hex')}`;
  const admin = knexFactory(of('postgres'));
  await admin.raw('create database ??', [name]);
  return {
    connection: of(name),
    async drop() {
      await admin.raw('drop database ?? with (force)', [name]);
      await admin.destroy();
    },
  };
}
