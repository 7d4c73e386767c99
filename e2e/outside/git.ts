import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './runProgram.ts';
import { sandboxVariable } from './sandbox.ts';

/** A clone, made as a person makes it, and removed afterwards. */
export async function withClone<T>(
  repository: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clone-'));
  try {
    const url = `${sandboxVariable('SANDBOX_GIT_URL')}/${repository}.git`;
    await runProgram('git', ['clone', '--quiet', url, folder]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Commits of a clone's branch, newest first. */
export async function commitsOf(folder: string): Promise<string[]> {
  const text = await runProgram('git', ['-C', folder, 'log', '--format=%H']);
  return text.trim().split('\n');
}

/** What a person commits and tags. */
export interface PushedVersion {
  /** Texts by path; undefined leaves the tree as it is. */
  files?: Record<string, string>;
  message: string;
  tag?: string;
}

/** Commits to the default branch as a member of the team, and tags the commit. */
export async function pushVersion(
  repository: string,
  { files = {}, message, tag }: PushedVersion,
): Promise<string> {
  return withClone(repository, async folder => {
    const git = (...args: string[]) =>
      runProgram('git', ['-C', folder, ...args]);
    for (const [name, text] of Object.entries(files)) {
      await writeFile(path.join(folder, name), text);
    }
    await git('add', '--all');
    await git(
      '-c',
      'user.name=Mira Lang',
      '-c',
      'user.email=mira@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      message,
    );
    if (tag) await git('tag', tag);
    const url = pushUrl(repository);
    await git('push', '--quiet', url, 'HEAD:main', ...(tag ? [tag] : []));
    return (await git('rev-parse', 'HEAD')).trim();
  });
}

/** Where the sandbox's person may push to. */
export function pushUrl(repository: string): string {
  const url = new URL(sandboxVariable('SANDBOX_GIT_URL'));
  url.username = sandboxVariable('SANDBOX_GIT_USERNAME');
  url.password = sandboxVariable('SANDBOX_GIT_PASSWORD');
  url.pathname = `/${repository}.git`;
  return url.href;
}
