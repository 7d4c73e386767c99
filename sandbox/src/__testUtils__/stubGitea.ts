import { mkdir } from 'node:fs/promises';
import { giteaProgram } from '../builds/giteaProgram.ts';
import { gitFiles } from '../git/gitConnection.ts';
import { giveToUnprivileged } from '../processes/giveToUnprivileged.ts';
import type { Settings } from '../settings.ts';
import { StubProgram } from './StubProgram.ts';

/** Stands where Gitea's program would be, and does what the script says. */
export async function stubGitea(
  settings: Settings,
  script: string,
): Promise<StubProgram> {
  const { folder } = gitFiles(settings);
  await mkdir(folder, { recursive: true });
  await giveToUnprivileged(folder);
  return StubProgram.at(await giteaProgram(settings), script);
}
