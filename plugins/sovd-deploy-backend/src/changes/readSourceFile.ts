import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Text of a file of a repository. A link isn't followed: it could lead to a file of the portal.
 *
 * @returns undefined when there is no plain file of that name
 */
export async function readSourceFile(
  folder: string,
  file: string,
): Promise<string | undefined> {
  const place = path.join(folder, file);
  const stats = await lstat(place).catch(() => undefined);
  return stats?.isFile() ? readFile(place, 'utf8') : undefined;
}
