import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import knexFactory from 'knex';
import type { Knex } from 'knex';

const DEFAULT_PORT = '15432';
const host = '127.0.0.1';
const user = 'sandbox';

function place() {
  const state =
    process.env.SOVD_SANDBOX_STATE ??
    path.join(__dirname, '../../../../.sandbox');
  const folder = path.join(state, 'postgres');
  return {
    port: Number(process.env.SOVD_SANDBOX_PORT_POSTGRES ?? DEFAULT_PORT),
    password: readFileSync(path.join(folder, 'password'), 'utf8').trim(),
    certificate: path.join(folder, 'server.crt'),
  };
}

/** Address of the running sandbox's PostgreSQL with its administrator. */
export function sandboxPostgresUrl(): string {
  const { certificate, password, port } = place();
  const url = new URL(`postgres://${host}:${port}/postgres`);
  url.username = user;
  url.password = password;
  url.searchParams.set('sslrootcert', certificate);
  return url.href;
}

/** An empty database on the running sandbox's PostgreSQL, for tests that need it. */
export async function sandboxPostgres(): Promise<{
  connection: Knex.Config;
  drop(): Promise<void>;
}> {
  const { certificate, password, port } = place();
  const of = (database: string): Knex.Config => ({
    client: 'pg',
    connection: {
      ...{ host, port, user, password, database },
      ssl: { ca: readFileSync(certificate, 'utf8') },
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
