import { readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { allProcesses, identifyProcess } from '../processes/ProcessIdentity.ts';

const TIMEOUT_MS = 10_000;
const POLL_MS = 50;

/** Processes of PostgreSQL's all have its data folder as their working folder. */
async function processesIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const pid of await allProcesses()) {
    const where = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    if (where === folder && (await identifyProcess(pid))) found.push(pid);
  }
  return found;
}

/**
 * Makes way for a new server after one that was killed.
 *
 * Its children notice soon that it is gone and end; only then may its lock file go, which otherwise
 * keeps a new server from starting as long as the kernel remembers the old one's process id.
 *
 * @throws Error when some go on running, such as a server that another sandbox start brought up
 */
export async function endLeftovers(data: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const left = await processesIn(data);
    if (left.length === 0) break;
    if (Date.now() > deadline) {
      throw new Error(
        `Processes ${left.join(', ')} still use ${data}: end them first`,
      );
    }
    await delay(POLL_MS);
  }
  await rm(path.join(data, 'postmaster.pid'), { force: true });
}
