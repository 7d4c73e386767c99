import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { PostgresConnection } from '../postgres/connection.ts';

const IDENTIFIER_MAX = 63; // NAMEDATALEN - 1
const CONNECT_MS = 5000;
/** Number of the advisory lock under which roles and databases are made; a number that nobody else uses. */
const LOCK = 727_001;

/** One name per namespace and database, within PostgreSQL's limit. */
export function scopedName(namespace: string, name: string): string {
  const full = `${namespace}.${name}`;
  if (Buffer.byteLength(full) <= IDENTIFIER_MAX) return full;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, 10);
  return `${full.slice(0, IDENTIFIER_MAX - hash.length - 1)}.${hash}`;
}

/**
 * Stands for the environment's RDS instance: makes role and database that a connection URL names, and points the URL at the
 * sandbox's PostgreSQL. The Secret is the source of truth, so its password is what the role gets.
 */
export class Databases {
  readonly #postgres: PostgresConnection;

  constructor(postgres: PostgresConnection) {
    this.#postgres = postgres;
  }

  async localize(
    namespace: string,
    env: Record<string, string>,
  ): Promise<Record<string, string>> {
    const entries = await Promise.all(
      Object.entries(env).map(
        async ([key, value]) =>
          [
            key,
            /^postgres(ql)?(\+\w+)?:\/\//.test(value)
              ? await this.#ensure(namespace, value)
              : value,
          ] as const,
      ),
    );
    return Object.fromEntries(entries);
  }

  async #ensure(namespace: string, text: string): Promise<string> {
    const url = new URL(text);
    const user = scopedName(namespace, decodeURIComponent(url.username));
    const database = scopedName(
      namespace,
      decodeURIComponent(url.pathname.slice(1)),
    );
    await this.#create(user, decodeURIComponent(url.password), database);
    url.username = encodeURIComponent(user);
    url.hostname = this.#postgres.host;
    url.port = String(this.#postgres.port);
    url.pathname = `/${encodeURIComponent(database)}`;
    return url.href;
  }

  async #create(
    user: string,
    password: string,
    database: string,
  ): Promise<void> {
    const client = new Client({
      ...this.#postgres,
      connectionTimeoutMillis: CONNECT_MS,
    });
    await client.connect();
    try {
      // two pods of one environment may ask at once
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
      const role = await client.query(
        'SELECT 1 FROM pg_roles WHERE rolname = $1',
        [user],
      );
      const verb = role.rowCount ? 'ALTER' : 'CREATE';
      await client.query(
        `${verb} ROLE ${escapeIdentifier(user)} LOGIN PASSWORD ${escapeLiteral(
          password,
        )}`,
      );
      const known = await client.query(
        'SELECT 1 FROM pg_database WHERE datname = $1',
        [database],
      );
      if (!known.rowCount)
        await client.query(
          `CREATE DATABASE ${escapeIdentifier(
            database,
          )} OWNER ${escapeIdentifier(user)}`,
        );
    } finally {
      await client.end();
    }
  }
}
