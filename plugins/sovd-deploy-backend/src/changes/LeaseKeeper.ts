import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { AbortRequest } from '@sovd/plugin-sovd-deploy-common';
import { GRACE_MS } from '../releases/runGuarded';
import type { ChangeLease } from './ChangeQueue';
import { LEASE_MS } from './DatabaseChangeQueue';
import { LeaseLostError } from './LeaseLostError';

const RENEWALS_PER_LEASE = 5;
/**
 * How long before its end a lease counts as lost, in milliseconds: programs that ignore
 * being asked to end have to be gone before somebody else may start theirs.
 */
export const MARGIN_MS = 2 * GRACE_MS;

/**
 * Keeps a lease while its work lasts. Whether it is still held is judged by a timer of its
 * own, begun before the database was asked: an answer that never comes must not prolong
 * anything, and one that comes late tells of an earlier moment.
 */
export class LeaseKeeper {
  private readonly loss = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();
  private held: NodeJS.Timeout;
  private renewals: NodeJS.Timeout | undefined;
  private renewing = false;

  /** Counts from now: made before the lease is claimed. */
  constructor(private readonly logger: Pick<LoggerService, 'warn'>) {
    this.held = this.countDown();
  }

  /** Aborts when the lease is lost, or may be by the time that programs have ended. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  /**
   * Begins to renew.
   *
   * @param onAbort - called when somebody has asked for the end of the change
   */
  keep(
    lease: Pick<ChangeLease, 'changeId' | 'renew'>,
    onAbort: (request: AbortRequest) => void,
  ): void {
    this.renewals = setInterval(async () => {
      // a database that doesn't answer isn't asked more and more
      if (this.renewing) return;
      this.renewing = true;
      try {
        const request = await this.renew(lease);
        if (request) onAbort(request);
      } catch (error) {
        this.logger.warn(`Change ${lease.changeId}: ${stringifyError(error)}`);
        if (error instanceof LeaseLostError) this.loss.abort(error);
      } finally {
        this.renewing = false;
      }
    }, LEASE_MS / RENEWALS_PER_LEASE);
  }

  /** Ends renewing and counting: the work is over. */
  end(): void {
    clearInterval(this.renewals);
    for (const timer of this.timers) this.clear(timer);
  }

  private async renew(lease: Pick<ChangeLease, 'renew'>) {
    const next = this.countDown();
    try {
      const request = await lease.renew();
      this.clear(this.held);
      this.held = next;
      return request;
    } catch (error) {
      this.clear(next);
      throw error;
    }
  }

  private countDown(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      const seconds = (LEASE_MS - MARGIN_MS) / 1_000;
      this.loss.abort(
        new Error(`The lease wasn't renewed within ${seconds} s`),
      );
    }, LEASE_MS - MARGIN_MS);
    this.timers.add(timer);
    return timer;
  }

  private clear(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.timers.delete(timer);
  }
}
