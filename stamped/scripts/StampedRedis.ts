import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@sovd/sandbox/src/__testUtils__/freePort.ts';
import { checkTool } from '../tools/checkTool.ts';
import { runScript } from './runScript.ts';

/** One that has to be encoded in an address. */
export const redisPassword = 'p@ss:w/rd%25';

/** A Redis of its own for the scripts and the backend of a stamped repository. */
export interface StampedRedis {
  /** Folder of its data. */
  data: string;
  url: string;
  /** Runs a command and gives the answer's text. */
  ask(...words: string[]): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a Redis with a password.
 *
 * @param data - a folder that is made when it isn't there
 */
export async function startRedis(data: string): Promise<StampedRedis> {
  await mkdir(data, { recursive: true });
  const port = String(await freePort());
  const server = spawn(
    await checkTool('redis-server'),
    [
      ...['--port', port, '--bind', '127.0.0.1'],
      ...['--dir', data, '--requirepass', redisPassword, '--save', ''],
    ],
    { stdio: 'ignore' },
  );
  const ask = async (...words: string[]) => {
    const { text } = await runScript(
      path.dirname(data),
      ['redis-cli', '-p', port, ...words],
      { REDISCLI_AUTH: redisPassword },
    );
    return text.trim();
  };
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  for (const end = Date.now() + 60_000; (await ask('PING')) !== 'PONG'; ) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error('Redis does not answer');
    }
    await delay(50);
  }
  const url = `redis://:${encodeURIComponent(
    redisPassword,
  )}@127.0.0.1:${port}/0`;
  return { data, url, ask, stop };
}
