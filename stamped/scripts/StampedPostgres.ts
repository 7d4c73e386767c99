import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresConnection } from '@sovd/sandbox/src/postgres/connection.ts';
import { postgresPart } from '@sovd/sandbox/src/postgres/postgresPart.ts';
import { postgresPrograms } from '@sovd/sandbox/src/postgres/postgresPrograms.ts';
import { PythonEnvironment } from '@sovd/sandbox/src/python/PythonEnvironment.ts';
import { readSettings } from '@sovd/sandbox/src/settings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const settings = readSettings(root);

const python = new PythonEnvironment({
  name: 'template',
  title: 'Python environment of the stamped backend',
  requirementsFile: () => path.join(root, 'templates/tests/requirements.txt'),
});

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A PostgreSQL for the scripts of a stamped repository. */
export interface StampedPostgres {
  /** `PATH` with the backend's Python, PostgreSQL's clients and squawk. */
  programs: string;
  /** As the application reads it, of a database on this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** The sandbox's PostgreSQL on a port and with data of its own. */
export async function startPostgres(): Promise<StampedPostgres> {
  const state = await mkdtemp(path.join(tmpdir(), 'sovd-stamped-postgres-'));
  const own = readSettings(root, {
    ...process.env,
    SOVD_SANDBOX_STATE: state,
    SOVD_SANDBOX_PORT_POSTGRES: String(await freePort()),
  });
  await Promise.all([python.run(settings), postgresPart.prepare?.(own)]);
  const { program, args, env, cwd } = await postgresPart.command(own);
  const child = spawn(program, [...args], { cwd, env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  for (const end = Date.now() + 60_000; ; ) {
    if (await postgresPart.isReady(own).catch(() => false)) break;
    assert.equal(child.exitCode, null, 'PostgreSQL ended');
    assert.ok(Date.now() < end, 'PostgreSQL is not ready after 60 s');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const { user, password, host, port } = await postgresConnection(own);
  return {
    programs: [
      await python.programs(settings),
      await postgresPrograms(),
      path.join(root, 'node_modules/.bin'),
      path.dirname(process.execPath),
      '/usr/bin',
      '/bin',
    ].join(':'),
    urlOf: database =>
      `postgresql+asyncpg://${user}:${password}@${host}:${port}/${database}?ssl=require`,
    async stop() {
      child.kill('SIGINT');
      await exited;
      await rm(state, { recursive: true, force: true });
    },
  };
}
