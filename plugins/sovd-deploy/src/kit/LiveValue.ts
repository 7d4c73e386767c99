import { failureOf } from './failure';
import type { Failure } from './failure';

/** What is known now of something that changes. */
export type Live<T> =
  | { state: 'loading' }
  | {
      state: 'value';
      value: T;
      /** ISO time of the answer. */
      seenAt: string;
      /** Why the value couldn't be renewed since; present means stale. */
      staleReason?: string;
    }
  | { state: 'failed'; failure: Failure; triedAt: string };

interface LiveValueOptions<T> {
  load(signal: AbortSignal): Promise<T>;
  onChange(live: Live<T>): void;
  /** Between 0 and 1; spreads the requests of many browsers. */
  random?(): number;
}

/** A signal reaches all browsers at once; they come back within this time. Milliseconds. */
const JITTER = 150;
/** Signals can be lost; without one the value is renewed after this time. Milliseconds. */
const QUIET_REFRESH = 30_000;
/** A request that takes longer counts as not answered. Milliseconds. */
const TIMEOUT = 20_000;

/**
 * Keeps one value fresh: loads it, loads it again when a new version is announced and,
 * quietly, from time to time. One request at a time; announcements that come meanwhile
 * become one more request. A value outlives a failed request, marked as stale, but not
 * the news that it is gone or no longer allowed.
 */
export class LiveValue<T> {
  private live: Live<T> = { state: 'loading' };
  private heard: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;
  private newsPending = false;
  private visible = true;
  private stopped = false;

  constructor(private readonly options: LiveValueOptions<T>) {}

  /** Loads now, whatever is planned; behind a running request, which may have been too early. */
  refresh(): void {
    if (this.stopped) return;
    if (this.request) {
      this.newsPending = true;
      return;
    }
    clearTimeout(this.timer);
    this.newsPending = false;
    if (this.live.state === 'failed') this.become({ state: 'loading' });
    this.load();
  }

  /**
   * Says that there is a new version. Versions are compared by being different, not by
   * being larger: they begin anew when the backend does.
   */
  announce(version: number): void {
    if (version === this.heard) return;
    this.heard = version;
    if (this.newsPending) return;
    this.newsPending = true;
    if (!this.request) this.plan();
  }

  /** A hidden page asks for nothing; what it missed is fetched when it is seen again. */
  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (visible) this.refresh();
    else clearTimeout(this.timer);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async load(): Promise<void> {
    const request = new AbortController();
    this.request = request;
    const timeout = setTimeout(
      () => request.abort(new DOMException('no answer', 'TimeoutError')),
      TIMEOUT,
    );
    try {
      const value = await this.options.load(request.signal);
      this.become({ state: 'value', value, seenAt: new Date().toISOString() });
    } catch (error) {
      this.fail(failureOf(error));
    } finally {
      clearTimeout(timeout);
      this.request = undefined;
      this.plan();
    }
  }

  private fail(failure: Failure): void {
    if (this.live.state === 'value' && failure.kind === 'error') {
      this.become({ ...this.live, staleReason: failure.reason });
    } else {
      const triedAt = new Date().toISOString();
      this.become({ state: 'failed', failure, triedAt });
    }
  }

  private become(live: Live<T>): void {
    if (this.stopped) return;
    this.live = live;
    this.options.onChange(live);
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (this.stopped || !this.visible) return;
    const random = this.options.random ?? Math.random;
    this.timer = setTimeout(
      () => {
        this.newsPending = false;
        this.load();
      },
      this.newsPending ? random() * JITTER : QUIET_REFRESH,
    );
  }
}
