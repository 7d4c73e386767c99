import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';

/**
 * Refuses symbolic links below a folder. Helm follows them, so that a repository could
 * carry the portal's own files into its release.
 *
 * @throws InputError naming the first link, or the folder when it isn't there
 */
export async function refuseLinks(root: string, folder: string): Promise<void> {
  const entries = await readdir(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(error => {
    throw new InputError(`The repository has no folder ${folder}`, error);
  });
  const link = entries.find(entry => entry.isSymbolicLink());
  if (link) {
    const file = path.relative(root, path.join(link.parentPath, link.name));
    throw new InputError(
      `${file} is a symbolic link; put the file itself into the repository`,
    );
  }
}
