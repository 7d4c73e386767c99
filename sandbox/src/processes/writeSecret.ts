import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a file that only this user may read, completely or not at all. */
export async function writeSecret(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}`;
  await writeFile(part, text, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, file);
}
