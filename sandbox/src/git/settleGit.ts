import { exists } from '../builds/buildOnce.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import {
  gitAdmin,
  gitConnection,
  gitFiles,
  gitOrganization,
} from './gitConnection.ts';
import { runGitea } from './runGitea.ts';

/** The password that Gitea says it has made, out of what it prints. */
export function parseGeneratedPassword(output: string): string {
  const match = /random password is '([^']+)'/.exec(output);
  if (!match) throw new Error('Gitea named no password for its administrator');
  return match[1];
}

async function ensureAdministrator(settings: Settings): Promise<void> {
  const { configuration, password } = gitFiles(settings);
  if (await exists(password)) return;
  // Gitea makes the password: as an argument, every user of this machine could read it.
  const output = await runGitea(settings, [
    ...['--config', configuration, 'admin', 'user', 'create', '--admin'],
    ...['--username', gitAdmin, '--email', `${gitAdmin}@localhost.test`],
    ...['--random-password', '--random-password-length', '24'],
    '--must-change-password=false',
  ]);
  await writeSecret(password, parseGeneratedPassword(output));
}

async function ensureOrganization(settings: Settings): Promise<void> {
  const { url, username, password } = await gitConnection(settings);
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const headers = {
    authorization: `Basic ${basic}`,
    'content-type': 'application/json',
  };
  const known = await fetch(`${url}/api/v1/orgs/${gitOrganization}`, {
    headers,
  });
  if (known.ok) return;
  const made = await fetch(`${url}/api/v1/orgs`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: gitOrganization, visibility: 'public' }),
  });
  if (made.ok) return;
  const answer = `${made.status} ${await made.text()}`;
  throw new Error(`The organisation ${gitOrganization} wasn't made: ${answer}`);
}

/** The administrator and the organisation that owns what the golden path makes. */
export async function settleGit(settings: Settings): Promise<void> {
  await ensureAdministrator(settings);
  await ensureOrganization(settings);
}
