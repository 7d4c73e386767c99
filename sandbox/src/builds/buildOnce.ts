import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { withLock } from '../processes/withLock.ts';

export async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a folder completely or not at all, and once: a second checkout that wants the same one waits for the first.
 *
 * `build` fills a folder beside it, which takes its name when it is full.
 */
export async function buildOnce(
  folder: string,
  build: (into: string) => Promise<void>,
): Promise<void> {
  if (await exists(folder)) return;
  await withLock(`${folder}.lock`, async () => {
    if (await exists(folder)) return;
    const into = `${folder}.building`;
    await rm(into, { recursive: true, force: true });
    await mkdir(into, { recursive: true });
    await build(into);
    await rename(into, folder);
  });
}
