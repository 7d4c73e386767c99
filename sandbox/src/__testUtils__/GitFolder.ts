import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { gitEnvironment } from '../git/GitMirrors.ts';
import { runProgram } from '../processes/runProgram.ts';

const identity = {
  GIT_AUTHOR_NAME: 'team',
  GIT_AUTHOR_EMAIL: 'team@example.com',
  GIT_COMMITTER_NAME: 'team',
  GIT_COMMITTER_EMAIL: 'team@example.com',
};

/** A bare repository with a work folder beside it, made with Git itself. */
export class GitFolder {
  readonly bare: string;
  readonly #work: string;

  private constructor(bare: string) {
    this.bare = bare;
    this.#work = `${bare}.work`;
  }

  static async at(bare: string): Promise<GitFolder> {
    await mkdir(path.dirname(bare), { recursive: true });
    const folder = new GitFolder(bare);
    await folder.#run('init', '--quiet', '--bare', bare);
    await folder.#run('init', '--quiet', '-b', 'main', folder.#work);
    return folder;
  }

  /** An empty commit on main. @returns its hash */
  async commit(message: string): Promise<string> {
    await this.git('commit', '--quiet', '--allow-empty', '-m', message);
    await this.push('main');
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  async push(...what: string[]): Promise<void> {
    await this.git('push', '--quiet', '--force', this.bare, ...what);
  }

  git(...args: string[]): Promise<string> {
    return this.#run('-C', this.#work, ...args);
  }

  #run(...args: string[]): Promise<string> {
    return runProgram('git', args, {
      env: { ...gitEnvironment(), ...identity },
    });
  }
}
