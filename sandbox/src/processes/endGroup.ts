import { setTimeout as delay } from 'node:timers/promises';
import { allProcesses, isInGroup } from './ProcessIdentity.ts';

const GRACE_MS = 15_000;
const POLL_MS = 50;

async function isGroupAlive(leader: number): Promise<boolean> {
  for (const pid of await allProcesses()) {
    if (await isInGroup(pid, leader)) return true;
  }
  return false;
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Nobody is left to hear it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks every process of a group to end, insists after 15 s, and returns once none is left. */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (await isGroupAlive(leader)) {
    if (Date.now() > deadline) signalGroup(leader, 'SIGKILL');
    await delay(POLL_MS);
  }
}
