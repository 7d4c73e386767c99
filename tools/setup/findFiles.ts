import { readdir } from 'node:fs/promises';
import path from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'dist-types', 'content']);

async function walk(
  root: string,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), {
    withFileTypes: true,
  }).catch(() => []);
  const found = await Promise.all(
    entries.map(async entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        return ignored.has(entry.name) ? [] : walk(root, file, wanted);
      }
      return wanted(entry.name) ? [file] : [];
    }),
  );
  return found.flat();
}

/** Paths below the folders, relative to the root, sorted; nothing that is installed, built or stamped out. */
export async function findFiles(
  root: string,
  folders: readonly string[],
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const found = await Promise.all(
    folders.map(folder => walk(root, folder, wanted)),
  );
  return found.flat().sort();
}
