import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@sovd/sandbox/src/__testUtils__/freePort.ts';
import { postgresConnection } from '@sovd/sandbox/src/postgres/connection.ts';
import { postgresPart } from '@sovd/sandbox/src/postgres/postgresPart.ts';
import { PythonEnvironment } from '@sovd/sandbox/src/python/PythonEnvironment.ts';
import { readSettings } from '@sovd/sandbox/src/settings.ts';
import { discard, settings } from './StampedRepositoryFixture.ts';

/** What the stamped backend runs in while it is tested. */
export const backendEnvironment = new PythonEnvironment({
  name: 'template',
  title: 'Python environment of the stamped backend',
  requirementsFile: ({ root }) =>
    path.join(root, 'templates/tests/requirements.txt'),
});

/** A PostgreSQL of one test. */
export interface TestPostgres {
  /** As the application reads it, of a database on this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** The sandbox's PostgreSQL on a port and with data of its own, ready within so many seconds. */
export async function startPostgres(seconds: number): Promise<TestPostgres> {
  const state = await mkdtemp(path.join(tmpdir(), 'sovd-stamped-postgres-'));
  const own = readSettings(settings.root, {
    ...process.env,
    SOVD_SANDBOX_STATE: state,
    SOVD_SANDBOX_PORT_POSTGRES: String(await freePort()),
  });
  await postgresPart.prepare?.(own);
  const { program, args, env, cwd } = await postgresPart.command(own);
  const child = spawn(program, [...args], { cwd, env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill(postgresPart.stopSignal);
    await exited;
    await discard(state);
  };
  try {
    for (const end = Date.now() + seconds * 1_000; ; ) {
      if (await postgresPart.isReady(own).catch(() => false)) break;
      assert.equal(child.exitCode, null, 'PostgreSQL ended');
      assert.ok(Date.now() < end, `PostgreSQL is not ready after ${seconds} s`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const { user, password, host, port } = await postgresConnection(own);
  return {
    urlOf: database =>
      `postgresql+asyncpg://${user}:${password}@${host}:${port}/${database}?ssl=require`,
    stop,
  };
}
