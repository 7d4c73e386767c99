import {
  type KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
  ListWatch,
  Watch,
} from '@kubernetes/client-node';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 1000;

export interface SteadyWatchOptions<T extends KubernetesObject> {
  readonly config: KubeConfig;
  readonly path: string;
  readonly list: () => Promise<KubernetesListObject<T>>;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  readonly report: (message: string) => void;
}

/**
 * A list and watch that outlives its API server.
 *
 * client-node's own ends for good on any error that isn't 410: it is started again after each. Its first list is tried until
 * it works, so that whoever waits for `start` has really been told what there is.
 */
export class SteadyWatch<T extends KubernetesObject> {
  readonly objects: ListWatch<T>;
  readonly #options: SteadyWatchOptions<T>;
  #stopped = false;

  constructor(options: SteadyWatchOptions<T>) {
    this.#options = options;
    this.objects = new ListWatch<T>(
      options.path,
      new Watch(options.config),
      () => this.#list(),
      false,
      options.labelSelector,
      options.fieldSelector,
    );
    this.objects.on('error', error => {
      if (this.#stopped) return;
      options.report(`the watch of ${options.path} ended: ${String(error)}`);
      void this.#again();
    });
  }

  /** Resolves when everything that is there has been told. */
  async start(): Promise<void> {
    await this.objects.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.objects.stop();
  }

  async #again(): Promise<void> {
    await delay(RETRY_MS);
    if (!this.#stopped) await this.objects.start();
  }

  async #list(): Promise<KubernetesListObject<T>> {
    for (;;) {
      try {
        return await this.#options.list();
      } catch (error) {
        if (this.#stopped) throw error;
        const { message } = error as Error;
        this.#options.report(
          `${this.#options.path} can't be listed: ${message.split('\n')[0]}`,
        );
        await delay(RETRY_MS);
      }
    }
  }
}
