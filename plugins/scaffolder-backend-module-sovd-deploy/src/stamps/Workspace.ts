import {
  chmod,
  mkdir,
  readdir,
  readFile,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** A file of a task's workspace. */
export interface WorkspaceFile {
  /** From the workspace's root, with forward slashes. */
  path: string;
  content: Buffer;
  executable: boolean;
}

/** The files that the steps of a task share. Nothing in it leads out of its folder. */
export class Workspace {
  constructor(private readonly folder: string) {}

  /** Every file but Git's own, sorted by path; links aren't followed. */
  async read(): Promise<WorkspaceFile[]> {
    const entries = await readdir(this.folder, {
      recursive: true,
      withFileTypes: true,
    }).catch(error => {
      // no step has written anything into this folder
      if (isError(error) && error.code === 'ENOENT') return [];
      throw error;
    });
    const names = entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) =>
        path
          .relative(this.folder, path.join(parentPath, name))
          .split(path.sep)
          .join('/'),
      )
      .filter(name => !name.startsWith('.git/'))
      .sort();
    const files: WorkspaceFile[] = [];
    for (const name of names) {
      const at = path.join(this.folder, name);
      const { mode } = await stat(at);
      files.push({
        path: name,
        content: await readFile(at),
        executable: (mode & 0o111) !== 0,
      });
    }
    return files;
  }

  /** @throws NotAllowedError when a path leads out of the workspace */
  async write(
    files: readonly {
      path: string;
      content: string | Uint8Array;
      executable?: boolean;
    }[],
  ): Promise<void> {
    for (const file of files) {
      const at = resolveSafeChildPath(this.folder, file.path);
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, file.content);
      if (file.executable) await chmod(at, 0o755);
    }
  }
}
