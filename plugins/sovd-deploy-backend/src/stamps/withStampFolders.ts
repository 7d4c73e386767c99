import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';

/** Lays out stamps in a folder each, for as long as they are used; for tests. */
export async function withStampFolders<T>(
  stamps: readonly (readonly StampedFile[])[],
  use: (folders: readonly string[]) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'sovd-fake-stamp-'));
  try {
    const folders = stamps.map((_, index) => path.join(root, String(index)));
    for (const [index, files] of stamps.entries()) {
      for (const { path: file, content } of files) {
        const place = path.join(folders[index], file);
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, content, 'base64');
      }
    }
    return await use(folders);
  } finally {
    await rm(root, { recursive: true });
  }
}
