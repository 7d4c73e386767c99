import type { V1Container, V1Pod } from '@kubernetes/client-node';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import {
  type ConfigReader,
  containerEnvironment,
} from './containerEnvironment.ts';
import { mapPaths, type PathMap } from './containerPaths.ts';
import { ContainerProcess } from './ContainerProcess.ts';
import type { Databases } from './Databases.ts';
import { expandReferences } from './expandReferences.ts';
import type { ImageSource, ResolvedImage } from './ImageSource.ts';
import { mountVolumes } from './mountVolumes.ts';

/** The container has nothing to run: kubelet's CreateContainerError. */
export class CreateContainerError extends Error {}

export interface Launch {
  readonly process: ContainerProcess;
  readonly terminationFile: string;
}

export interface LaunchOptions {
  readonly pod: V1Pod;
  readonly container: V1Container;
  readonly image: ResolvedImage;
  readonly folder: string;
  readonly restart: number;
  readonly read: ConfigReader;
}

export function podFolder(workFolder: string, uid: string): string {
  return path.join(workFolder, 'pods', uid);
}

export function logFile(folder: string, restart: number): string {
  return path.join(folder, `${restart}.log`);
}

/** Where a pod's process is written down while it runs. */
export function recordFile(folder: string): string {
  return path.join(folder, 'process.json');
}

/** Turns a container spec into a running process: files, environment, database, command. */
export class ContainerLauncher {
  readonly #images: Pick<ImageSource, 'unpack'>;
  readonly #databases: Pick<Databases, 'localize'>;
  readonly #toolPath: readonly string[];

  constructor(
    images: Pick<ImageSource, 'unpack'>,
    databases: Pick<Databases, 'localize'>,
    toolPath: readonly string[],
  ) {
    this.#images = images;
    this.#databases = databases;
    this.#toolPath = toolPath;
  }

  async launch(options: LaunchOptions): Promise<Launch> {
    const { pod, container, image, folder, restart, read } = options;
    const root = path.join(folder, 'root');
    // a restarted container starts from its image again
    rmSync(root, { recursive: true, force: true });
    await this.#images.unpack(image, root);
    const terminationFile = path.join(folder, `${restart}.termination`);
    writeFileSync(terminationFile, '', { mode: 0o600 });
    const volumes = path.join(folder, 'volumes');
    const terminationPath =
      container.terminationMessagePath ?? '/dev/termination-log';
    const map: PathMap = [
      ...(await mountVolumes(pod, container, volumes, read)),
      [image.rule.workdir, root],
      [terminationPath, terminationFile],
    ];
    const own = await containerEnvironment(pod, container, read);
    const command = commandOf(container, image, own).map(word =>
      mapPaths(word, map),
    );
    if (command.length === 0) {
      throw new CreateContainerError('no command specified');
    }
    const env = await this.#environment(options, own, map, terminationFile);
    const process = new ContainerProcess({
      command,
      cwd: mapPaths(container.workingDir ?? image.rule.workdir, map),
      env,
      logFile: logFile(folder, restart),
      recordFile: recordFile(folder),
    });
    return { process, terminationFile };
  }

  /** An allow-list and the container's own variables; nothing of the person's shell. */
  async #environment(
    { pod, folder }: LaunchOptions,
    own: Record<string, string>,
    map: PathMap,
    terminationFile: string,
  ): Promise<Record<string, string>> {
    const home = path.join(folder, 'home');
    mkdirSync(home, { recursive: true });
    const mapped = Object.fromEntries(
      Object.entries(own).map(([key, value]) => [key, mapPaths(value, map)]),
    );
    const namespace = pod.metadata?.namespace ?? '';
    return {
      HOME: home,
      TMPDIR: home,
      HOSTNAME: pod.metadata?.name ?? '',
      LANG: 'C.UTF-8',
      PYTHONDONTWRITEBYTECODE: '1',
      TERMINATION_LOG: terminationFile,
      ...(await this.#databases.localize(namespace, mapped)),
      PATH: [...this.#toolPath, '/usr/local/bin', '/usr/bin', '/bin'].join(
        path.delimiter,
      ),
    };
  }
}

/** The container's words, else the image's, with `$(VAR)` of the container's own variables in them. */
function commandOf(
  { command, args = [] }: V1Container,
  { rule }: ResolvedImage,
  own: Record<string, string>,
): string[] {
  const words = [...(command ?? rule.entrypoint), ...args];
  return words.map(word => expandReferences(word, name => own[name]));
}
