import { setTimeout as delay } from 'node:timers/promises';

const MAX_SECONDS = 300;

/** Waits that double as kubelet's do, and end when the pod does. */
export class Backoff {
  readonly #firstSeconds: number;
  readonly #stop: AbortSignal;

  constructor(firstSeconds: number, stop: AbortSignal) {
    this.#firstSeconds = firstSeconds;
    this.#stop = stop;
  }

  /** Seconds to wait after so many failures before this one. */
  seconds(failures: number): number {
    return Math.min(this.#firstSeconds * 2 ** failures, MAX_SECONDS);
  }

  /** @throws the reason of the stop when it comes first */
  async sleep(seconds: number): Promise<void> {
    await delay(seconds * 1000, undefined, { signal: this.#stop });
  }
}
