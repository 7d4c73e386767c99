import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Settings } from '../settings.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

/** Everyone who may call the API server, with the names and groups that RBAC knows them by. */
const identities = [
  { name: 'admin', group: 'system:masters' },
  { name: 'system:kube-controller-manager', group: '' },
  { name: 'system:kube-scheduler', group: '' },
  { name: 'kwok', group: 'system:masters' },
  { name: 'sovd-reader', group: '' },
  { name: 'sovd-deployer', group: '' },
] as const;

export type Identity = (typeof identities)[number]['name'];

function formatToken(name: string, group: string): string {
  return `${randomBytes(24).toString('base64url')},${name},${name},"${group}"`;
}

/** The token file's text: known tokens stay, so that clients keep working after a restart. */
export function completeTokens(known: string): string {
  const lines = known.split('\n').filter(line => line !== '');
  const names = new Set(lines.map(line => line.split(',')[1]));
  const missing = identities.filter(({ name }) => !names.has(name));
  const added = missing.map(({ name, group }) => formatToken(name, group));
  return [...lines, ...added, ''].join('\n');
}

export async function readToken(
  settings: Settings,
  identity: Identity,
): Promise<string> {
  const text = await readFile(kubernetesFiles(settings).tokens, 'utf8');
  for (const line of text.split('\n')) {
    const [token, name] = line.split(',');
    if (name === identity) return token;
  }
  throw new Error(
    `No token of "${identity}" in the token file: run "./yarnw sandbox reset"`,
  );
}
