import { mkdir } from 'node:fs/promises';
import { giteaStaticRoot } from '../builds/giteaWebAssets.ts';
import type { Part } from '../parts/Part.ts';
import { ensureDatabase } from '../postgres/ensureDatabase.ts';
import { giveToUnprivileged } from '../processes/giveToUnprivileged.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { gitFiles, gitUrl } from './gitConnection.ts';
import { giteaConfiguration, giteaDatabase } from './giteaConfiguration.ts';
import { gitSecrets } from './gitSecrets.ts';
import { giteaCommand, giteaUser } from './runGitea.ts';
import { settleGit } from './settleGit.ts';

async function prepare(settings: Settings): Promise<void> {
  const files = gitFiles(settings);
  await mkdir(files.folder, { recursive: true, mode: 0o700 });
  const secrets = await gitSecrets(settings);
  const staticRoot = await giteaStaticRoot(settings);
  const surroundings = { staticRoot, user: giteaUser(), secrets };
  await writeSecret(
    files.configuration,
    giteaConfiguration(settings, surroundings),
  );
  await ensureDatabase(settings, giteaDatabase, secrets.database);
  await giveToUnprivileged(files.folder);
}

/** Gitea: repositories over HTTP, an API, and pages for people. */
export const gitPart: Part = {
  name: 'git',
  after: ['postgres'],
  ports: ['git'],
  prepare,
  command: settings =>
    giteaCommand(settings, [
      'web',
      '--config',
      gitFiles(settings).configuration,
    ]),
  async isReady(settings) {
    return (await fetch(`${gitUrl(settings)}/api/healthz`)).ok;
  },
  settle: settleGit,
};
