import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Versions whose repositories are kept, the oldest first. */
export const earlierVersions = ['0.1.0', '0.2.0', '0.3.0'] as const;

/** Where the packed repository of an earlier version lies. */
export function fixtureOf(version: string): string {
  return path.join(import.meta.dirname, `${version}.tar.gz`);
}

/** Puts the repository of an earlier version, as it was stamped, into a folder that is there. */
export function unpackFixture(version: string, folder: string): void {
  execFileSync('tar', ['-xzf', fixtureOf(version), '-C', folder]);
}
