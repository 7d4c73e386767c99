import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Git } from './Git';

/** A private folder with an empty repository, into which single commits are fetched. */
export class GitFolder {
  private constructor(private readonly git: Git, readonly folder: string) {}

  static async make(git: Git): Promise<GitFolder> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-source-'));
    await git.run(folder, ['init', '-q']);
    return new GitFolder(git, folder);
  }

  /** Makes one for as long as it is used. */
  static async use<T>(
    git: Git,
    act: (folder: GitFolder) => Promise<T>,
  ): Promise<T> {
    const folder = await GitFolder.make(git);
    try {
      return await act(folder);
    } finally {
      await folder.dispose();
    }
  }

  /**
   * @returns what git printed
   * @throws GitError, or the signal's reason
   */
  run(args: readonly string[], signal?: AbortSignal): Promise<string> {
    return this.git.run(this.folder, args, signal);
  }

  /** @returns the commit, whose files are then in the folder's object store */
  async fetch(url: string, ref: string, signal?: AbortSignal): Promise<string> {
    const options = ['-q', '--depth', '1', '--no-tags'];
    await this.run(['fetch', ...options, '--', url, ref], signal);
    const parsed = ['rev-parse', '--verify', 'FETCH_HEAD^{commit}'];
    return (await this.run(parsed, signal)).trim();
  }

  async write(files: Record<string, string>): Promise<void> {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(this.folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }

  dispose(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
