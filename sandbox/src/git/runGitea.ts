import { userInfo } from 'node:os';
import { giteaProgram } from '../builds/giteaProgram.ts';
import type { PartCommand } from '../parts/Part.ts';
import { runProgram } from '../processes/runProgram.ts';
import { unprivileged, unprivilegedWay } from '../processes/unprivileged.ts';
import type { Settings } from '../settings.ts';
import { gitFiles } from './gitConnection.ts';

/** The user that Gitea sees itself as: it refuses to be root. */
export function giteaUser(): string {
  return unprivilegedWay() === 'as is' ? userInfo().username : 'nobody';
}

export async function giteaCommand(
  settings: Settings,
  args: readonly string[],
): Promise<PartCommand> {
  const { folder } = gitFiles(settings);
  return {
    ...unprivileged(await giteaProgram(settings), args),
    env: {
      // Git itself is the machine's own.
      PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
      HOME: folder,
      USER: giteaUser(),
      GITEA_WORK_DIR: folder,
    },
    cwd: folder,
  };
}

/** Runs one of Gitea's own commands. @returns what it printed */
export async function runGitea(
  settings: Settings,
  args: readonly string[],
): Promise<string> {
  const { program, args: all, env, cwd } = await giteaCommand(settings, args);
  // No log: what they print may be a secret.
  return runProgram(program, all, { env, cwd });
}
