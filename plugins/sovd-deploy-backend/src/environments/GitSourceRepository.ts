import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { applicationOf } from './applicationOf';
import { GitError } from './Git';
import type { Git } from './Git';
import { portalAuthor } from './portalAuthor';
import type {
  SourceRefs,
  SourceRepository,
  SourceTree,
} from './SourceRepository';
import { toSourceRefs } from './toSourceRefs';

/** How often a commit is made anew because somebody else pushed meanwhile. */
const PUSH_ATTEMPTS = 3;

/** Repositories of any host that speaks git's protocol over HTTP. */
export class GitSourceRepository implements SourceRepository {
  constructor(private readonly git: Git) {}

  async stateOf(url: string, name: string) {
    try {
      return await this.within(async folder => {
        if (!(await this.exists(folder, url))) return 'new';
        const record = await this.readRecord(folder, url);
        return record === name ? 'ours' : 'foreign';
      });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new ServiceUnavailableError(
        `The Git host can't be asked about ${url}: ${error.message}`,
      );
    }
  }

  async readRefs(
    { repositoryUrl }: Environment,
    signal: AbortSignal,
  ): Promise<SourceRefs> {
    return this.within(async folder => {
      const names = ['HEAD', 'refs/tags/*'];
      const text = await this.git.run(
        folder,
        ['ls-remote', '--', repositoryUrl, ...names],
        signal,
      );
      const refs = toSourceRefs(text);
      if (refs) return refs;
      throw new NotFoundError(`${repositoryUrl} has no commit yet`);
    });
  }

  async checkOut(
    { repositoryUrl }: Environment,
    ref: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceTree> {
    const folder = await this.makeFolder();
    const dispose = () => rm(folder, { recursive: true, force: true });
    try {
      const commit = await this.fetch(
        folder,
        repositoryUrl,
        ref ?? 'HEAD',
        signal,
      );
      await this.git.run(folder, ['checkout', '-q', commit], signal);
      return { commit, folder, dispose };
    } catch (error) {
      await dispose();
      const absent = /couldn't find remote ref|not our ref/;
      if (error instanceof GitError && absent.test(error.output)) {
        throw new NotFoundError(`${repositoryUrl} has no ${ref ?? 'commit'}`);
      }
      throw error;
    }
  }

  async commit(
    { repositoryUrl }: Environment,
    files: Record<string, string>,
    message: string,
  ): Promise<string | undefined> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.within(folder =>
          this.commitOnce(folder, repositoryUrl, files, message),
        );
      } catch (error) {
        const overtaken =
          error instanceof GitError &&
          /fetch first|stale info|cannot lock ref/.test(error.output);
        if (!overtaken || attempt === PUSH_ATTEMPTS) throw error;
      }
    }
  }

  private async commitOnce(
    folder: string,
    url: string,
    files: Record<string, string>,
    message: string,
  ): Promise<string | undefined> {
    const head = await this.git.run(folder, [
      'ls-remote',
      '--symref',
      url,
      'HEAD',
    ]);
    const branch = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(head)?.[1];
    if (!branch)
      throw new GitError('ls-remote', `${url} has no default branch`);
    await this.git.run(folder, [
      'checkout',
      '-q',
      await this.fetch(folder, url, branch),
    ]);

    for (const [file, content] of Object.entries(files)) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await this.git.run(folder, ['add', '--', ...Object.keys(files)]);
    if (!(await this.git.run(folder, ['status', '--porcelain'])))
      return undefined;
    await this.git.run(folder, [
      ...portalAuthor,
      ...['commit', '-q', '-m', message],
    ]);
    await this.git.run(folder, ['push', '-q', url, `HEAD:${branch}`]);
    return (await this.git.run(folder, ['rev-parse', 'HEAD'])).trim();
  }

  private async exists(folder: string, url: string): Promise<boolean> {
    try {
      await this.git.run(folder, ['ls-remote', url, 'HEAD']);
      return true;
    } catch (error) {
      if (
        error instanceof GitError &&
        /repository '.*' not found/.test(error.output)
      ) {
        return false;
      }
      throw error;
    }
  }

  /** Name of the application that a repository was stamped for, if it says one. */
  private async readRecord(folder: string, url: string) {
    try {
      const commit = await this.fetch(folder, url, 'HEAD');
      const file = `${commit}:${TEMPLATE_RECORD}`;
      return applicationOf(await this.git.run(folder, ['show', file]));
    } catch (error) {
      // Empty, or without the file; anything else is about the way there.
      const absent = /couldn't find remote ref|does not exist/;
      if (error instanceof GitError && absent.test(error.output)) {
        return undefined;
      }
      throw error;
    }
  }

  /** @returns the commit, whose files are then in the folder's object store */
  private async fetch(
    folder: string,
    url: string,
    ref: string,
    signal?: AbortSignal,
  ) {
    const options = ['-q', '--depth', '1', '--no-tags'];
    await this.git.run(folder, ['fetch', ...options, '--', url, ref], signal);
    const parsed = ['rev-parse', '--verify', 'FETCH_HEAD^{commit}'];
    return (await this.git.run(folder, parsed, signal)).trim();
  }

  private async within<T>(use: (folder: string) => Promise<T>): Promise<T> {
    const folder = await this.makeFolder();
    try {
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async makeFolder(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-source-'));
    await this.git.run(folder, ['init', '-q']);
    return folder;
  }
}
