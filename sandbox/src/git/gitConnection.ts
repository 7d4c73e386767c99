import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../settings.ts';

/** The Git host as the portal and the other parts reach it. Repositories are public: reading needs no account. */
export interface GitConnection {
  readonly url: string;
  /** Host and port, as Backstage's `integrations` name it. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

export const gitAdmin = 'sandbox';

/** The organisation that owns every repository of the golden path. */
export const gitOrganization = 'sovd';

export function gitHost(settings: Settings): string {
  return `localhost:${settings.ports.git}`;
}

export function gitUrl(settings: Settings): string {
  return `http://${gitHost(settings)}`;
}

export function gitFiles(settings: Settings) {
  const folder = path.join(settings.state, 'git');
  return {
    folder,
    configuration: path.join(folder, 'app.ini'),
    repositories: path.join(folder, 'repositories'),
    data: path.join(folder, 'data'),
    /** What Gitea signs and encrypts with; mode 0600. */
    secrets: path.join(folder, 'secrets.json'),
    /** Password of the administrator; mode 0600. */
    password: path.join(folder, 'password'),
  };
}

/** Readable once the part `git` has been prepared. */
export async function gitConnection(
  settings: Settings,
): Promise<GitConnection> {
  const password = await readFile(gitFiles(settings).password, 'utf8');
  return {
    url: gitUrl(settings),
    host: gitHost(settings),
    username: gitAdmin,
    password: password.trim(),
  };
}
