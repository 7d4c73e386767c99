import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitConnection } from '../../sandbox/src/git/gitConnection.ts';
import type { Settings } from '../../sandbox/src/settings.ts';
import { run } from './run.ts';

/** A clone of an application's repository, whose commits become versions. */
export class Repository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async clone(settings: Settings, name: string): Promise<Repository> {
    const { url, username, password } = await gitConnection(settings);
    const remote = new URL(`${url}/sovd/${name}.git`);
    Object.assign(remote, { username, password });
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-bench-'));
    await run('git', ['clone', '--quiet', remote.href, folder]);
    return new Repository(folder);
  }

  /** Tags a new commit that changes nothing: another image, the same files. */
  async push(tag: string): Promise<void> {
    const git = (...args: string[]) => run('git', ['-C', this.folder, ...args]);
    await git('pull', '--quiet', '--rebase');
    await git(
      ...['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com'],
      ...['commit', '--quiet', '--allow-empty', '--message', tag],
    );
    await git('tag', tag);
    await git('push', '--quiet', 'origin', 'HEAD', tag);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
