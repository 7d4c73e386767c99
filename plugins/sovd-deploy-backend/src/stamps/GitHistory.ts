import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';
import { GitError } from '../environments/Git';
import type { Git } from '../environments/Git';
import { portalAuthor } from '../environments/portalAuthor';
import { toRemoteHeads } from './toRemoteHeads';
import type { RemoteHeads } from './toRemoteHeads';

/** Files of a commit on disk, until the history is closed. */
interface CheckedOut {
  folder: string;
  files: { path: string; place: string; executable: boolean }[];
}

/** Files as Git keeps them: nothing that a repository says may change a byte on the way. */
const ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';

/** Commits of one repository in a private folder, and new ones made beside them. */
export class GitHistory {
  /** A commit never changes, so it is laid out once. */
  private readonly laidOut = new Map<string, Promise<CheckedOut>>();

  private constructor(
    private readonly git: Git,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  /** Opens one for as long as it is used, and removes its folder. */
  static async use<T>(
    git: Git,
    url: string,
    act: (history: GitHistory) => Promise<T>,
  ): Promise<T> {
    const root = await mkdtemp(path.join(tmpdir(), 'sovd-stamp-'));
    try {
      const folder = path.join(root, 'repository');
      await mkdir(path.join(folder, '.git', 'info'), { recursive: true });
      const history = new GitHistory(git, url, folder);
      await history.run('init', '-q');
      const attributes = path.join(folder, '.git', 'info', 'attributes');
      await writeFile(attributes, ATTRIBUTES);
      return await act(history);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  /** @throws NotFoundError when there is no commit yet */
  async readHeads(...branches: string[]): Promise<RemoteHeads> {
    const refs = branches.map(branch => `refs/heads/${branch}`);
    const options = ['--symref', '--', this.url, 'HEAD'];
    const heads = toRemoteHeads(
      await this.run('ls-remote', ...options, ...refs),
    );
    if (heads) return heads;
    throw new NotFoundError(
      `${this.url} has no commit on its default branch; publish the repository first`,
    );
  }

  async fetch(commits: readonly string[], depth?: number): Promise<void> {
    const options = ['-q', '--no-tags', ...(depth ? [`--depth=${depth}`] : [])];
    await this.run('fetch', ...options, '--', this.url, ...commits);
  }

  /** Oldest commit that `commit` goes back to by first parents. */
  async firstOf(commit: string): Promise<string> {
    const parents = await this.firstParentsOf(commit);
    return parents[parents.length - 1];
  }

  /** A commit and what was before it, newest first, without what was merged. */
  async firstParentsOf(commit: string): Promise<string[]> {
    const text = await this.run('rev-list', '--first-parent', commit);
    return text.trim().split('\n');
  }

  async contains(newer: string, commit: string): Promise<boolean> {
    return !(await this.run('rev-list', '-1', commit, `^${newer}`));
  }

  async treeOf(commit: string): Promise<string> {
    return (await this.run('rev-parse', `${commit}^{tree}`)).trim();
  }

  /** Text of a file; undefined when the commit hasn't got it. */
  async textAt(commit: string, file: string): Promise<string | undefined> {
    const found = await this.run('ls-tree', '--name-only', commit, '--', file);
    return found
      ? this.run('cat-file', 'blob', `${commit}:${file}`)
      : undefined;
  }

  /** Lays out a commit's files in a folder of their own. Links are plain files there. */
  checkOut(commit: string): Promise<CheckedOut> {
    const known = this.laidOut.get(commit) ?? this.layOut(commit);
    this.laidOut.set(commit, known);
    return known;
  }

  private async layOut(commit: string): Promise<CheckedOut> {
    const folder = `${this.folder}-${commit}`;
    await this.run('read-tree', commit);
    await this.run('checkout-index', '-a', '-f', '-q', `--prefix=${folder}/`);
    const text = await this.run('ls-tree', '-r', '-z', '--full-tree', commit);
    const files = text.split('\0').flatMap(line => {
      const [, mode, file] = /^(\d+) blob \w+\t([^]+)$/.exec(line) ?? [];
      if (!file) return [];
      const place = path.join(folder, file);
      return [{ path: file, place, executable: mode === '100755' }];
    });
    return { folder, files };
  }

  async readFiles(commit: string): Promise<StampedFile[]> {
    const { files } = await this.checkOut(commit);
    return Promise.all(
      files.map(async ({ path: file, place, executable }) => ({
        path: file,
        content: (await readFile(place)).toString('base64'),
        executable,
      })),
    );
  }

  /** @returns the tree that has these files and no others */
  async writeTree(files: readonly StampedFile[]): Promise<string> {
    for (const { path: file, content, executable } of files) {
      const place = path.join(this.folder, file);
      await mkdir(path.dirname(place), { recursive: true });
      // The folder is empty before, so there is nothing, no link either, to write through.
      await writeFile(place, Buffer.from(content, 'base64'), { flag: 'wx' });
      if (executable) await chmod(place, 0o755);
    }
    await this.run('read-tree', '--empty');
    // Whatever its .gitignore says: the stamp is exactly what it names.
    await this.run('add', '-A', '-f', '.');
    return (await this.run('write-tree')).trim();
  }

  async commit(
    tree: string,
    parents: readonly string[],
    message: string,
  ): Promise<string> {
    const names = parents.flatMap(parent => ['-p', parent]);
    const command = ['commit-tree', tree, ...names, '-m', message];
    return (await this.run(...portalAuthor, ...command)).trim();
  }

  /** What merging would give, and the files that only people can merge, sorted. */
  async merge(ours: string, theirs: string) {
    const options = ['--write-tree', '-z', '--name-only', '--no-messages'];
    const command = ['merge-tree', ...options, ours, theirs];
    const text = await this.run(...command).catch(error => {
      // 1 says that there are conflicts; what was merged is printed all the same.
      if (error instanceof GitError && error.exitCode === 1) {
        return error.printed;
      }
      throw error;
    });
    const [tree, ...conflicts] = text.split('\0').filter(Boolean);
    return { tree, conflicts: [...new Set(conflicts)].sort() };
  }

  /** Moves branches, all or none, if each still is where it was (`''`: not there). */
  async push(moves: { branch: string; from: string; to: string }[]) {
    const leases = moves.map(
      ({ branch, from }) => `--force-with-lease=refs/heads/${branch}:${from}`,
    );
    const refs = moves.map(({ branch, to }) => `${to}:refs/heads/${branch}`);
    await this.run(
      'push',
      '-q',
      '--atomic',
      ...leases,
      '--',
      this.url,
      ...refs,
    );
  }

  private run(...command: string[]): Promise<string> {
    return this.git.run(this.folder, command);
  }
}
