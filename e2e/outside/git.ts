import { mkdtemp, rm } from 'node:fs/promises';
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

/** Names of an organisation's repositories, asked of the Git host. */
export async function repositoriesOf(owner: string): Promise<string[]> {
  const url = `${sandboxVariable(
    'SANDBOX_GIT_URL',
  )}/api/v1/orgs/${owner}/repos`;
  const response = await fetch(url);
  const repositories = (await response.json()) as { name: string }[];
  return repositories.map(({ name }) => name);
}
