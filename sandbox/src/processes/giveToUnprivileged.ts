import { chown, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { nobody, unprivilegedWay } from './unprivileged.ts';

async function give(file: string): Promise<void> {
  const stat = await lstat(file);
  if (stat.isSymbolicLink()) return;
  if (stat.uid !== nobody) await chown(file, nobody, nobody);
  if (!stat.isDirectory()) return;
  for (const name of await readdir(file)) await give(path.join(file, name));
}

/** Gives a folder and all in it to `nobody` where programs really change their user. */
export async function giveToUnprivileged(folder: string): Promise<void> {
  if (unprivilegedWay() === 'changed user') await give(folder);
}
