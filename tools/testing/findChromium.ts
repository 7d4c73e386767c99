import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** An installed Chromium: the one that `CHROMIUM` names, or the first on PATH. */
export function findChromium(
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (environment.CHROMIUM) return environment.CHROMIUM;
  const folders = (environment.PATH ?? '').split(path.delimiter);
  return names
    .flatMap(name => folders.map(folder => path.join(folder, name)))
    .find(isProgram);
}

const aptGet = (...args: string[]) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Installs Debian's Chromium, which only root can do.
 *
 * @throws an error that names the remedy where it can't be installed
 */
export function installChromium(): void {
  const remedy = 'install Chromium, or set CHROMIUM to its path';
  if (process.getuid?.() !== 0)
    throw new Error(`There is no Chromium: ${remedy}`);
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
  const done =
    aptGet('update') &&
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  if (!done) throw new Error(`Debian's Chromium can't be installed: ${remedy}`);
}
