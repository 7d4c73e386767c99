import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PartError } from '../parts/PartError.ts';
import { PartProcess } from '../parts/PartProcess.ts';
import { endGroup } from '../processes/endGroup.ts';
import type { Settings } from '../settings.ts';
import { offersTemplate } from './offersTemplate.ts';
import { portalProcessEnvironment } from './portalProcessEnvironment.ts';

const READY_TIMEOUT_MS = 90_000;
const POLL_MS = 200;

/** The portal's backend, run from source: it serves the pages and the API in one process. */
export class PortalProcess {
  readonly url: string;
  readonly #settings: Settings;
  readonly #process: PartProcess;

  constructor(settings: Settings) {
    this.url = `http://localhost:${settings.portalPort}`;
    this.#settings = settings;
    this.#process = new PartProcess(settings, 'portal');
  }

  get log(): string {
    return this.#process.log;
  }

  async isLive(): Promise<boolean> {
    return (await this.#process.find()) !== undefined;
  }

  async launch(): Promise<void> {
    const configs = ['app-config.yaml', 'app-config.sandbox.yaml'];
    // the transform is what `backstage-cli package start` loads; that command itself would
    // restart the backend at each edit, and outlive it when it dies
    await this.#process.launch({
      program: process.execPath,
      args: [
        ...['--enable-source-maps', '--require'],
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index',
        ...configs.flatMap(name => ['--config', path.join('..', '..', name)]),
      ],
      cwd: path.join(this.#settings.root, 'packages', 'backend'),
      env: {
        NODE_ENV: 'development',
        ...(await portalProcessEnvironment(this.#settings)),
      },
    });
  }

  /**
   * Resolves when the portal answers and shows the template.
   *
   * @throws PartError when it ends or isn't ready after 90 s
   */
  async untilReady(signal?: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    for (;;) {
      signal?.throwIfAborted();
      if (!(await this.isLive())) throw await this.failure('it ended');
      if (await offersTemplate(this.url).catch(() => false)) return;
      if (Date.now() > deadline) {
        throw await this.failure(
          `not ready after ${READY_TIMEOUT_MS / 1000} s`,
        );
      }
      await delay(POLL_MS);
    }
  }

  async failure(reason: string): Promise<PartError> {
    return new PartError('The portal', reason, {
      log: this.log,
      tail: await this.#process.tail(30),
      command: './yarnw start',
    });
  }

  /** Ends it with all its processes; false when it wasn't running. */
  async stop(): Promise<boolean> {
    const identity = await this.#process.find();
    // Yarn and Backstage's CLI stand between: each of the group must hear it.
    if (identity) await endGroup(identity.pid);
    await this.#process.stop();
    return identity !== undefined;
  }
}
