import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { gitFiles } from './gitConnection.ts';
import { runGitea } from './runGitea.ts';

export interface GitSecrets {
  /** Password of Gitea's role in PostgreSQL. */
  readonly database: string;
  /** Encrypts what stands in its tables. */
  readonly secretKey: string;
  /** By this its Git hooks speak with its server. */
  readonly internalToken: string;
  /** Signs its tokens: 32 bytes. */
  readonly signingKey: string;
}

/** Made once and kept: another key would make what is stored unreadable. */
export async function gitSecrets(settings: Settings): Promise<GitSecrets> {
  const { secrets } = gitFiles(settings);
  const known = await readFile(secrets, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as GitSecrets;
  const args = ['generate', 'secret', 'INTERNAL_TOKEN'];
  const made: GitSecrets = {
    database: randomBytes(18).toString('base64url'),
    secretKey: randomBytes(32).toString('base64url'),
    internalToken: (await runGitea(settings, args)).trim(),
    signingKey: randomBytes(32).toString('base64url'),
  };
  await writeSecret(secrets, JSON.stringify(made));
  return made;
}
