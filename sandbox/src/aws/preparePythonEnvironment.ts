import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Settings } from '../settings.ts';

const run = promisify(execFile);
const underWay = new Map<string, Promise<string>>();

/**
 * Makes the virtual environment for a requirements file, once per content of the file and minor version of Python.
 *
 * The environment is built beside its final name and linked there when it is complete, so that an interrupted
 * build is never used and two builds at once can't harm one another.
 *
 * @param requirementsFile - pinned with hashes; nothing else is installed
 * @returns the environment's folder; its interpreter is `bin/python`
 * @throws Error when Python is missing, too old or can't install what the file names
 */
export function preparePythonEnvironment(
  settings: Settings,
  name: string,
  requirementsFile: string,
): Promise<string> {
  const key = `${name}:${requirementsFile}`;
  const made =
    underWay.get(key) ??
    prepare(settings, name, requirementsFile).finally(() =>
      underWay.delete(key),
    );
  underWay.set(key, made);
  return made;
}

async function prepare(
  settings: Settings,
  name: string,
  requirementsFile: string,
): Promise<string> {
  const version = await pythonVersion();
  const hash = createHash('sha256')
    .update(version)
    .update(await readFile(requirementsFile))
    .digest('hex')
    .slice(0, 16);
  const environment = path.join(settings.cache, `python-${name}-${hash}`);
  const exists = () =>
    access(path.join(environment, 'bin', 'python')).then(
      () => true,
      () => false,
    );
  if (await exists()) return environment;

  const built = `${environment}-${randomBytes(4).toString('hex')}`;
  await mkdir(settings.cache, { recursive: true });
  try {
    await run('python3', ['-m', 'venv', built]);
    await install(path.join(built, 'bin', 'python'), requirementsFile);
    await symlink(path.basename(built), environment);
  } catch (error) {
    await rm(built, { recursive: true, force: true });
    // somebody else was quicker: theirs is as good
    if (!(await exists())) throw error;
  }
  return environment;
}

async function pythonVersion(): Promise<string> {
  const remedy = 'install Python 3.11 or newer with venv and pip';
  const { stdout } = await run('python3', [
    '-c',
    'import sys; print("%d.%d" % sys.version_info[:2])',
  ]).catch(error => {
    throw new Error(`python3 can't be run: ${remedy}`, { cause: error });
  });
  const [major, minor] = stdout.trim().split('.').map(Number);
  if (major !== 3 || minor < 11) {
    throw new Error(`python3 is version ${stdout.trim()}: ${remedy}`);
  }
  return stdout.trim();
}

async function install(
  python: string,
  requirementsFile: string,
): Promise<void> {
  const options = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--require-hashes',
  ];
  await run(python, [
    ...['-m', 'pip', 'install', ...options],
    ...['-r', requirementsFile],
  ]).catch(error => {
    throw new Error(
      `pip can't install ${requirementsFile}: ${String(
        error.stderr || error.message,
      ).trim()}`,
      { cause: error },
    );
  });
}
