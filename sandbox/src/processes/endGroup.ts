import { setTimeout as delay } from 'node:timers/promises';

const GRACE_MS = 15_000;
const POLL_MS = 50;

/** False when no process of the group is left. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Asks every process of a group to end, insists after 15 s, and returns once none is left. */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(leader, 0)) {
    if (Date.now() > deadline) signalGroup(leader, 'SIGKILL');
    await delay(POLL_MS);
  }
}
