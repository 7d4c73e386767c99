import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { postgresPart } from '../postgres/postgresPart.ts';
import { prepareCluster } from '../postgres/prepareCluster.ts';
import type { Settings } from '../settings.ts';
import { freePort } from './freePort.ts';
import { testSettings } from './testSettings.ts';

/** A real PostgreSQL, empty and on a free port, which ends with the test. */
export async function runPostgres(
  t: Pick<TestContext, 'after'>,
): Promise<Settings> {
  const settings = await testSettings(t, { postgres: await freePort() });
  await prepareCluster(settings);
  const { program, args, env } = await postgresPart.command(settings);
  const child = spawn(program, args, { env: { ...env }, stdio: 'ignore' });
  const exit = once(child, 'exit');
  t.after(async () => {
    child.kill(postgresPart.stopSignal);
    await exit;
  });
  while (!(await postgresPart.isReady(settings).catch(() => false))) {
    if (child.exitCode !== null) throw new Error('PostgreSQL ended');
    await delay(20);
  }
  return settings;
}
