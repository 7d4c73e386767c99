import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** Nothing of the person's Git configuration, and no prompt; repositories of other local users are readable. */
export function gitEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  };
}

const isUrl = (text: string) => /^[a-z+]+:\/\//.test(text);

/** True when Git says that there is no such repository, and not that its host can't be reached. */
export function isRepositoryMissing(error: unknown): boolean {
  const { stderr = '' } = error as { stderr?: string };
  // a host that hides what exists asks for a name instead
  return /not found|does not (appear to be|exist)|could not read Username/.test(
    stderr,
  );
}

/** Copies of remote repositories, one per URL. A path names a bare repository that is read as it is. */
export class GitMirrors {
  readonly #cache: string;
  /** The last write to each copy: two at once would stand in one another's way. */
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor(cache: string) {
    this.#cache = cache;
  }

  /** The repository's folder, cloned when it is asked for the first time. */
  async folder(url: string): Promise<string> {
    if (!isUrl(url)) return url;
    const hash = createHash('sha256').update(url).digest('hex').slice(0, 16);
    const folder = path.join(this.#cache, hash);
    await this.#oneByOne(folder, async () => {
      if (existsSync(folder)) return;
      // beside its name first: a clone may be cut short
      const draft = `${folder}.${randomBytes(4).toString('hex')}`;
      try {
        await this.#git(['clone', '--quiet', '--mirror', '--', url, draft]);
        renameSync(draft, folder);
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
    });
    return folder;
  }

  /** Brings the copy up to date; tags that were moved or deleted there are so here. */
  async fetch(url: string): Promise<void> {
    if (!isUrl(url)) return;
    const folder = await this.folder(url);
    const what = ['--quiet', '--prune', '--force', 'origin', '+refs/*:refs/*'];
    await this.#oneByOne(folder, () =>
      this.#git([`--git-dir=${folder}`, 'fetch', ...what]),
    );
  }

  /** The commit of the first name that the repository knows. */
  async commit(
    folder: string,
    names: readonly string[],
  ): Promise<string | undefined> {
    for (const name of names) {
      const found = await this.#git([
        ...[`--git-dir=${folder}`, 'rev-parse', '--verify', '--quiet'],
        ...['--end-of-options', `${name}^{commit}`],
      ]).catch(() => undefined);
      if (found) return found.trim();
    }
    return undefined;
  }

  /** Names of all tags, in the order of their bytes. */
  async tags(folder: string): Promise<string[]> {
    const names = ['--format=%(refname:strip=2)', 'refs/tags'];
    const text = await this.#git([
      ...[`--git-dir=${folder}`, 'for-each-ref', ...names],
    ]);
    return text.split('\n').filter(Boolean);
  }

  async #oneByOne(folder: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.#writes.get(folder) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#writes.set(folder, mine);
    await mine;
  }

  async #git(args: readonly string[]): Promise<string> {
    const { stdout } = await run('git', args, {
      env: gitEnvironment(),
      timeout: TIMEOUT_MS,
    });
    return stdout;
  }
}
