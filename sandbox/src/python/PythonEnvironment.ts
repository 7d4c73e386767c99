import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

import { exists } from '../builds/buildOnce.ts';
import type { BuildStep } from '../builds/BuildStep.ts';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';

const OLDEST = [3, 11];
const REMEDY = 'install Python 3.11 or newer with venv and pip';

/** What a virtual environment is made of. */
export interface PythonPins {
  /** Part of the folder's name. */
  readonly name: string;
  readonly title: string;
  /** Pinned with hashes; nothing else is installed. */
  requirementsFile(settings: Settings): string;
}

/**
 * A virtual environment, made once per content of its requirements file and minor version of Python.
 *
 * It is built beside its final name and linked there when it is complete, so that an interrupted build is never used and two
 * builds at once can't harm one another. (It isn't renamed: its scripts name the folder they were installed in.)
 */
export class PythonEnvironment implements BuildStep {
  readonly title: string;
  readonly #pins: PythonPins;

  constructor(pins: PythonPins) {
    this.title = pins.title;
    this.#pins = pins;
  }

  async folder(settings: Settings): Promise<string> {
    const hash = createHash('sha256')
      .update(await pythonVersion())
      .update(await readFile(this.#pins.requirementsFile(settings)))
      .digest('hex')
      .slice(0, 16);
    return path.join(settings.cache, `python-${this.#pins.name}-${hash}`);
  }

  /** The folder of its programs: `python` and what was installed. */
  async programs(settings: Settings): Promise<string> {
    return path.join(await this.folder(settings), 'bin');
  }

  /** The folder of its packages, for PYTHONPATH. */
  async packages(settings: Settings): Promise<string> {
    const version = `python${await pythonVersion()}`;
    const folder = await this.folder(settings);
    return path.join(folder, 'lib', version, 'site-packages');
  }

  async isDone(settings: Settings): Promise<boolean> {
    return exists(path.join(await this.programs(settings), 'python'));
  }

  async run(settings: Settings, log?: string): Promise<void> {
    if (await this.isDone(settings)) return;
    const folder = await this.folder(settings);
    const built = `${folder}-${randomBytes(4).toString('hex')}`;
    await mkdir(settings.cache, { recursive: true });
    try {
      await runProgram('python3', ['-m', 'venv', built], { log });
      await runProgram(
        path.join(built, 'bin', 'python'),
        [
          ...['-m', 'pip', 'install', '--disable-pip-version-check'],
          ...['--quiet', '--no-input', '--require-hashes', '--requirement'],
          this.#pins.requirementsFile(settings),
        ],
        { log },
      );
      await symlink(path.basename(built), folder);
    } catch (error) {
      await rm(built, { recursive: true, force: true });
      // somebody else was quicker: theirs is as good
      if (!(await this.isDone(settings))) throw error;
    }
  }
}

async function pythonVersion(): Promise<string> {
  const program = 'import sys; print("%d.%d" % sys.version_info[:2])';
  const version = await runProgram('python3', ['-c', program]).then(
    text => text.trim(),
    (error: Error) => {
      throw new Error(`python3 can't be run, ${REMEDY}: ${error.message}`);
    },
  );
  const [major, minor] = version.split('.').map(Number);
  if (major !== OLDEST[0] || minor < OLDEST[1]) {
    throw new Error(`python3 is version ${version}: ${REMEDY}`);
  }
  return version;
}
