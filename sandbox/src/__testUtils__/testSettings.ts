import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { type PortName, readSettings, type Settings } from '../settings.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** Settings of a sandbox that nobody has: state and cache are empty folders which go with the test. */
export async function testSettings(
  t: Pick<TestContext, 'after'>,
  ports: Partial<Record<PortName, number>> = {},
): Promise<Settings> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const settings = readSettings(root, {
    SOVD_SANDBOX_STATE: path.join(folder, 'state'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  });
  return { ...settings, ports: { ...settings.ports, ...ports } };
}
