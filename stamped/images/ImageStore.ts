import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { checkTool } from '../tools/checkTool.ts';
import { machineConfiguration } from './machineConfiguration.ts';

/** What an image says of itself. */
export interface ImageConfiguration {
  User: string;
  WorkingDir: string;
  Env: string[];
  Cmd: string[];
  ExposedPorts: Record<string, unknown>;
  StopSignal?: string;
  /** Times in nanoseconds. */
  Healthcheck: Record<
    'Interval' | 'Timeout' | 'StartPeriod' | 'Retries',
    number
  > & {
    Test: string[];
  };
}

/** Images of one folder, built by buildah. No registry is asked for any. */
export class ImageStore {
  readonly #folder: string;
  readonly #options: readonly string[];

  constructor(folder: string, bases?: string) {
    this.#folder = folder;
    // plain folders: nothing stays mounted, and it works inside of a container too
    this.#options = [
      ...['--root', path.join(folder, 'images')],
      ...['--runroot', path.join(folder, 'run'), '--storage-driver', 'vfs'],
      ...(bases
        ? ['--storage-opt', `vfs.imagestore=${path.join(bases, 'images')}`]
        : []),
    ];
  }

  /** A new one, with the images of another at hand. */
  static async over(bases: string): Promise<ImageStore> {
    return new ImageStore(
      await mkdtemp(path.join(tmpdir(), 'sovd-images-')),
      bases,
    );
  }

  async #buildah(command: string, ...args: string[]): Promise<string> {
    const buildah = await checkTool('buildah');
    const output = await runProgram(buildah, [
      command,
      ...this.#options,
      ...args,
    ]);
    return output.trim();
  }

  /** Builds a folder by its Dockerfile, as `docker build -f … -t … .` does there. */
  async build(folder: string, dockerfile: string, name: string) {
    const configuration = await mkdtemp(path.join(this.#folder, 'machine-'));
    try {
      const mounts = await machineConfiguration(configuration);
      await this.#buildah(
        'build',
        ...['--isolation', 'chroot', '--format', 'docker', '--pull-never'],
        ...mounts,
        ...['--file', path.resolve(folder, dockerfile), '--tag', name, folder],
      );
    } finally {
      await rm(configuration, { recursive: true });
    }
  }

  async configurationOf(name: string): Promise<ImageConfiguration> {
    const { Docker } = JSON.parse(
      await this.#buildah('inspect', '--type', 'image', name),
    ) as { Docker: { config: ImageConfiguration } };
    return Docker.config;
  }

  /** Lays out an image's files. @returns their folder */
  async unpack(name: string): Promise<string> {
    const container = await this.#buildah('from', '--pull-never', name);
    return this.#buildah('mount', container);
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
