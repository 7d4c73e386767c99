import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../processes/withLock.ts';
import type { Settings } from '../settings.ts';

/** Name of the lock in the state folder; its neighbours in the making begin with it. */
export const lockName = 'lock';

/** One command at a time changes what runs; a second one waits for it. */
export async function underStateLock<T>(
  settings: Settings,
  work: () => Promise<T>,
): Promise<T> {
  // Keys and passwords lie in here: no other user may enter.
  await mkdir(settings.state, { recursive: true, mode: 0o700 });
  return withLock(path.join(settings.state, lockName), work, {
    onWait: pid =>
      process.stdout.write(
        `Waiting for process ${pid}, which is at work here.\n`,
      ),
  });
}
