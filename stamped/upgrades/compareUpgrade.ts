import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import type { Portal } from './portal.ts';
import type { Upgrade } from './upgradeRepository.ts';

/** Tells with the real Helm what an upgrade changes, as its pull request does. */
export function compareUpgrade(
  { HelmProgram, HelmReleaseRenderer, StampComparer }: Portal,
  helm: string,
  { folders, record }: Upgrade,
): Promise<string> {
  // nothing listens there: a comparison needs no cluster
  const access = {
    connect: async () => ({ url: 'https://127.0.0.1:9', token: 'none' }),
  };
  const place = {
    access,
    releaseTimeoutMs: 600_000,
    progressDeadlineSeconds: 600,
  };
  const renderer = new HelmReleaseRenderer({
    program: new HelmProgram({ helm }),
    placeOf: () => place,
  });
  const environments = Object.entries(record.environments).map(
    ([name, answers]) => ({
      answers,
      namespace: `harbor-${name}`,
      releaseName: `harbor-${name}`,
    }),
  );
  const { before, after } = folders;
  return new StampComparer({ renderer }).compare(before, after, environments);
}

/** Addresses that Terraform is told to move, in every file of a folder. */
export async function movedIn(folder: string): Promise<Set<string>> {
  const files = (await filesOf(folder)).filter(name => name.endsWith('.tf'));
  const texts = await Promise.all(
    files.map(name => readFile(path.join(folder, name), 'utf8')),
  );
  const moves = texts.join('\n').matchAll(/^moved \{\s*from\s*=\s*(\S+)/gm);
  return new Set([...moves].map(([, from]) => from));
}
