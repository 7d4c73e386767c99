import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pushUrl } from './git.ts';
import { createRepository } from './gitHost.ts';
import { runProgram } from './runProgram.ts';

/** Makes the repository of a packed stamp, as publishing made it when that version was new. */
export async function pushStamp(
  repository: string,
  packed: string,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stamp-'));
  try {
    const [owner, name] = repository.split('/');
    await createRepository(owner, name);
    await runProgram('tar', ['-xzf', packed, '-C', folder]);
    const git = (...args: string[]) =>
      runProgram('git', ['-C', folder, ...args]);
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('add', '--all');
    await git(
      ...['-c', 'user.name=portal', '-c', 'user.email=portal@example.com'],
      ...['commit', '--quiet', '--message', 'Stamp SOVD WebApp'],
    );
    await git('push', '--quiet', pushUrl(repository), 'HEAD:main');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
