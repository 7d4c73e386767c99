import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { readLiveProcess } from '../processes/ProcessIdentity.ts';
import { type PortName, readSettings, type Settings } from '../settings.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** Ends what a test, or a test that failed, has left running. */
async function endParts(state: string): Promise<void> {
  const folder = path.join(state, 'pid');
  for (const name of await readdir(folder).catch(() => [])) {
    const identity = await readLiveProcess(path.join(folder, name));
    if (identity) process.kill(-identity.pid, 'SIGKILL');
  }
}

/** Settings of a sandbox that nobody has: state and cache are empty folders which go with the test. */
export async function testSettings(
  t: Pick<TestContext, 'after'>,
  ports: Partial<Record<PortName, number>> = {},
): Promise<Settings> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-test-'));
  const state = path.join(folder, 'state');
  t.after(async () => {
    await endParts(state);
    await rm(folder, { recursive: true, force: true });
  });
  const settings = readSettings(root, {
    SOVD_SANDBOX_STATE: state,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  });
  return { ...settings, ports: { ...settings.ports, ...ports } };
}
