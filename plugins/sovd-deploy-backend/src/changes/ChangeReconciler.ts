import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import createLimit from 'p-limit';
import type { ChangeLease, ChangeQueue, DueChange } from './ChangeQueue';
import type { ChangeWorker } from './ChangeWorker';
import { ChangeAbortedError } from './ChangeAbortedError';
import { LeaseKeeper } from './LeaseKeeper';

/** Steps that one backend carries out at the same time. */
const CONCURRENCY = 4;
/**
 * How often the queue is looked at without a reason, in milliseconds. With the lease's
 * own time it bounds how long the change of a killed backend lies idle.
 */
const LOOK_MS = 2_000;
/** Timers of Node.js may run this much before the clock says so, in milliseconds. */
const EARLY_MS = 1;

/** What a reconciler works with. */
export interface ChangeReconcilerOptions {
  queue: ChangeQueue;
  worker: Pick<ChangeWorker, 'work'>;
  logger: LoggerService;
  now: () => number;
}

/**
 * Carries changes on, in the manner of a Kubernetes controller: claims what is due, has a
 * short step done, gives it back. Any number of them may share one database.
 */
export class ChangeReconciler {
  /** Written into the leases it holds, for people who look. */
  readonly holder = randomUUID();
  private readonly limit = createLimit(CONCURRENCY);
  private readonly stopping = new AbortController();
  private readonly working = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  /** Ends the steps that this backend carries out, by change. */
  private readonly aborts = new Map<string, AbortController>();
  private looking: Promise<void> | undefined;
  private lookAgain = false;

  constructor(private readonly options: ChangeReconcilerOptions) {}

  /** Begins to look at the queue every few seconds, until `stop`. */
  start() {
    this.wake();
    this.later(LOOK_MS, () => this.start());
  }

  /** Looks at the queue now; called again meanwhile, it looks once more afterwards. */
  wake() {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = this.look()
      .catch(error => {
        const reason = stringifyError(error);
        this.options.logger.error(`The queue can't be read: ${reason}`);
      })
      .finally(() => {
        this.looking = undefined;
        if (!this.lookAgain) return;
        this.lookAgain = false;
        this.wake();
      });
  }

  /** Ends the running step of a change that is to end; other backends notice when they renew. */
  abort(changeId: string) {
    this.aborts.get(changeId)?.abort(new ChangeAbortedError(changeId));
    this.wake();
  }

  private async look(): Promise<void> {
    const room = CONCURRENCY - this.limit.activeCount - this.limit.pendingCount;
    if (room <= 0 || this.stopping.signal.aborted) return;
    const due = await this.options.queue.due(room);
    await Promise.all(due.map(change => this.claim(change)));
  }

  /** Resolves when every step that this backend has begun is done. */
  async idle(): Promise<void> {
    while (this.looking || this.working.size > 0) {
      await Promise.all([this.looking, ...this.working]);
    }
  }

  /** Ends the running steps and gives their leases back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.timers.forEach(clearTimeout);
    this.timers.clear();
    await this.idle();
  }

  private async claim(change: DueChange) {
    const keeper = new LeaseKeeper(this.options.logger);
    let lease: ChangeLease | undefined;
    try {
      lease = await this.options.queue.claim(change, this.holder);
    } finally {
      if (!lease) keeper.end();
    }
    if (lease) this.begin(lease, keeper);
  }

  private begin(lease: ChangeLease, keeper: LeaseKeeper) {
    const done = this.limit(() => this.hold(lease, keeper)).finally(() => {
      this.working.delete(done);
    });
    this.working.add(done);
  }

  private async hold(lease: ChangeLease, keeper: LeaseKeeper) {
    const { logger, now, worker } = this.options;
    const { changeId } = lease;
    const stop = AbortSignal.any([keeper.lost, this.stopping.signal]);
    const aborted = new AbortController();
    this.aborts.set(changeId, aborted);
    keeper.keep(lease, () => this.abort(changeId));
    try {
      const nextLookAt = await worker.work(lease, stop, aborted.signal);
      await lease.release();
      if (nextLookAt !== undefined) {
        this.later(nextLookAt - now() + EARLY_MS, () => this.wake());
      }
    } catch (error) {
      // Nothing is lost: the change is taken up again when its lease has run out.
      logger.error(`Change ${changeId}: ${stringifyError(error)}`);
    } finally {
      keeper.end();
      // the change may have come back to this backend while a lost lease's last write hung
      if (this.aborts.get(changeId) === aborted) this.aborts.delete(changeId);
      this.wake();
    }
  }

  private later(delay: number, run: () => void) {
    if (this.stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, Math.max(delay, 0));
    this.timers.add(timer);
  }
}
