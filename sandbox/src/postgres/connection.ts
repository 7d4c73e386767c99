import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../settings.ts';

/** How the sandbox's administrator reaches its PostgreSQL. TLS is on with a certificate of its own. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl: { readonly ca: string };
}

export const postgresAdmin = 'sandbox';

export function postgresFiles(settings: Settings) {
  const folder = path.join(settings.state, 'postgres');
  return {
    folder,
    data: path.join(folder, 'data'),
    /** Password of the administrator; mode 0600. */
    password: path.join(folder, 'password'),
    certificate: path.join(folder, 'server.crt'),
    key: path.join(folder, 'server.key'),
  };
}

/**
 * The administrator's connection, in the shape that `pg` takes.
 * Readable once the part `postgres` has been prepared.
 */
export async function postgresConnection(
  settings: Settings,
  database = 'postgres',
): Promise<PostgresConnection> {
  const files = postgresFiles(settings);
  const [password, ca] = await Promise.all([
    readFile(files.password, 'utf8'),
    readFile(files.certificate, 'utf8'),
  ]);
  return {
    host: '127.0.0.1',
    port: settings.ports.postgres,
    user: postgresAdmin,
    password: password.trim(),
    database,
    ssl: { ca },
  };
}
