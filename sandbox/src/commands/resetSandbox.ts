import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { etcdSocketFolder } from '../kubernetes/etcdSocket.ts';
import type { Settings } from '../settings.ts';
import { stopSandbox } from './stopSandbox.ts';
import { lockName, underStateLock } from './underStateLock.ts';

/** Ends everything and removes all data, the portal's included. Built programs stay in the cache. */
export async function resetSandbox(settings: Settings): Promise<void> {
  await stopSandbox(settings);
  await underStateLock(settings, async () => {
    await rm(etcdSocketFolder(settings), { recursive: true, force: true });
    for (const name of await readdir(settings.state)) {
      if (name.startsWith(lockName)) continue;
      const file = path.join(settings.state, name);
      await rm(file, { recursive: true, force: true });
    }
  });
  process.stdout.write('Everything is removed; the next start begins anew.\n');
}
