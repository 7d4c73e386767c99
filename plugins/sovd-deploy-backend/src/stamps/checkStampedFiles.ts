import { InputError } from '@backstage/errors';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';

/** Names by which some file system would find `.git`: HFS+ skips invisible letters, NTFS shortens. */
const GIT_FOLDER = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/i;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Refuses files that no repository could hold, or that would reach out of it or into
 * Git's own folder.
 *
 * @throws InputError
 */
export function checkStampedFiles(files: readonly StampedFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new InputError(`The stamp has ${path} twice`);
    paths.add(path);
    const segments = path.split('/');
    if (segments.some(segment => segment === '')) {
      throw new InputError(`The stamp has ${path}, which has an empty name`);
    }
    // The contract refuses these too; here they would be written to.
    if (segments.some(segment => segment === '.' || segment === '..')) {
      throw new InputError(`The stamp has ${path}, which leads elsewhere`);
    }
    if (segments.some(name => GIT_FOLDER.test(name.replace(INVISIBLE, '')))) {
      throw new InputError(
        `The stamp has ${path}; what is named .git is Git's own`,
      );
    }
  }
  for (const path of paths) {
    const segments = path.split('/');
    for (let depth = 1; depth < segments.length; depth++) {
      const folder = segments.slice(0, depth).join('/');
      if (!paths.has(folder)) continue;
      throw new InputError(
        `The stamp has ${folder} as a file and, with ${path}, as a folder`,
      );
    }
  }
}
