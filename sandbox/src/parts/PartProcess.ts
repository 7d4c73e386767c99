import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  formatIdentity,
  identifyProcess,
  isAlive,
  type ProcessIdentity,
  readLiveProcess,
} from '../processes/ProcessIdentity.ts';
import { lastLines } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';
import type { PartCommand } from './Part.ts';

const GRACE_MS = 15_000;
const POLL_MS = 50;

/** The process of one part: its pid file, its log, its beginning and its end. */
export class PartProcess {
  readonly log: string;
  readonly #pidFile: string;
  readonly #state: string;

  constructor(settings: Settings, name: string) {
    this.#state = settings.state;
    this.#pidFile = path.join(settings.state, 'pid', name);
    this.log = path.join(settings.state, 'log', `${name}.log`);
  }

  async find(): Promise<ProcessIdentity | undefined> {
    return readLiveProcess(this.#pidFile);
  }

  /** Starts it in a session of its own, so that it outlives this command and its terminal. */
  async launch(command: PartCommand): Promise<ProcessIdentity> {
    await mkdir(path.dirname(this.#pidFile), { recursive: true });
    await mkdir(path.dirname(this.log), { recursive: true });
    // The log of the run before tells why that one ended.
    await rename(this.log, `${this.log}.1`).catch(() => undefined);
    const log = await open(this.log, 'a', 0o600);
    try {
      const child = spawn(command.program, command.args, {
        cwd: command.cwd ?? this.#state,
        env: { ...command.env },
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      const pid = await new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('spawn', () => resolve(child.pid ?? 0));
      });
      child.unref();
      const identity = await identifyProcess(pid);
      if (!identity) throw new Error('its process ended at once');
      await writeFile(this.#pidFile, formatIdentity(identity));
      return identity;
    } finally {
      await log.close();
    }
  }

  async tail(count = 20): Promise<string> {
    const text = await readFile(this.log, 'utf8').catch(() => '');
    return lastLines(text, count);
  }

  /** Asks it to end, insists after 15 s, and returns once it is gone; false when it wasn't running. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<boolean> {
    const identity = await this.find();
    if (identity) {
      process.kill(identity.pid, signal);
      const deadline = Date.now() + GRACE_MS;
      while (await isAlive(identity)) {
        if (Date.now() > deadline) process.kill(identity.pid, 'SIGKILL');
        await delay(POLL_MS);
      }
    }
    await rm(this.#pidFile, { force: true });
    return identity !== undefined;
  }
}
