import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  findLiveProcess,
  formatIdentity,
  identifyProcess,
} from './ProcessIdentity.ts';

const RETRY_MS = 250;

export interface LockOptions {
  /** Told once when another process holds the lock. */
  readonly onWait?: (holder: number) => void;
}

async function tryToTake(file: string, mine: string): Promise<boolean> {
  try {
    // A link of a complete file: nobody ever reads a half-written lock.
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when it was released in the meantime. */
async function readLock(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes the lock of a process that died; whoever renames it first does it.
 *
 * @param text - what was read and found to be of no live process
 */
export async function removeStale(file: string, text: string): Promise<void> {
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
    const taken = await readFile(aside, 'utf8');
    // Between reading and renaming a live one may have come: give it back.
    if (taken !== text) await link(aside, file).catch(() => undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Runs `work` while no other process of this machine runs work under the same lock file. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const identity = await identifyProcess(process.pid);
  if (!identity) throw new Error('This process is not in /proc: mount it');
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, formatIdentity(identity), { mode: 0o600 });
  try {
    let told = false;
    while (!(await tryToTake(file, mine))) {
      const text = await readLock(file);
      if (text === undefined) continue;
      const holder = await findLiveProcess(text);
      if (!holder) {
        await removeStale(file, text);
        continue;
      }
      if (!told) options.onWait?.(holder.pid);
      told = true;
      await delay(RETRY_MS);
    }
    try {
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}
