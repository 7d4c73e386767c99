import { toError } from '@backstage/errors';
import type { Environment, Stack } from '@sovd/plugin-sovd-deploy-common';
import pLimit, { type Limit } from 'p-limit';
import type { StackProvisioner } from '../stacks/StackProvisioner';

/** What was read last. `value` is undefined when there is no such stack. */
export interface StackReading {
  value: Stack | undefined;
  observedAt: string;
  /** Why it couldn't be read since, or at all. */
  failure?: string;
  /** Whether it was ever read. */
  known: boolean;
}

/** @see {@link CachedStackReader} */
export interface CachedStackReaderOptions {
  provisioners: readonly StackProvisioner[];
  /** Called when a stack is no longer what was read before. */
  onChange(environment: Environment): void;
  now?: () => number;
}

/** Milliseconds for which a reading is new enough: while a change runs, and else. */
const FRESH = { busy: 5_000, idle: 60_000 };
const AFTER_CHANGE = 'The stack is being read anew after the last change';
/** Clouds count calls per account: so many stacks are read at once. */
const CONCURRENCY = 2;

/** Reads stacks seldom and in the background, so that no page waits for a cloud. */
export class CachedStackReader {
  private readonly readings = new Map<string, StackReading>();
  private readonly askedAt = new Map<string, number>();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly limit: Limit = pLimit(CONCURRENCY);
  private readonly now: () => number;

  constructor(private readonly options: CachedStackReaderOptions) {
    this.now = options.now ?? Date.now;
  }

  /**
   * What was read last; begins to read anew when that is old. A reading from before the end
   * of the last change says nothing: nobody may have looked while that made the stack.
   *
   * @param busy - whether a change works on the stack now
   * @param finishedAt - when the last change ended, if it has
   */
  peek(
    environment: Environment,
    busy: boolean,
    finishedAt?: string,
  ): StackReading {
    const { id } = environment;
    const askedAt = this.askedAt.get(id) ?? -Infinity;
    const changedAt = finishedAt ? Date.parse(finishedAt) : -Infinity;
    const isOld =
      this.now() - askedAt >= (busy ? FRESH.busy : FRESH.idle) ||
      askedAt < changedAt;
    if (isOld && !this.underWay.has(id)) {
      this.askedAt.set(id, this.now());
      const reading = this.limit(() => this.renew(environment)).finally(() =>
        this.underWay.delete(id),
      );
      this.underWay.set(id, reading);
    }
    const reading = this.readings.get(id);
    if (!reading) {
      return {
        value: undefined,
        observedAt: this.timestamp(),
        failure: 'The stack is being read for the first time',
        known: false,
      };
    }
    return Date.parse(reading.observedAt) < changedAt
      ? { ...reading, failure: reading.failure ?? AFTER_CHANGE, known: false }
      : reading;
  }

  /** Resolves when nothing is being read of an environment. Never rejects. */
  async settled(environment: Environment): Promise<void> {
    await this.underWay.get(environment.id);
  }

  private async renew(environment: Environment): Promise<void> {
    const { id, answers } = environment;
    const before = this.readings.get(id);
    let reading: StackReading;
    try {
      const provisioner = this.options.provisioners.find(
        ({ engine }) => engine === answers.engine,
      );
      const observedAt = this.timestamp();
      const value = await provisioner?.read(environment);
      reading = { value, observedAt, known: true };
    } catch (error) {
      const { message, name } = toError(error);
      reading = {
        value: before?.value,
        observedAt: before?.observedAt ?? this.timestamp(),
        failure: message || name,
        known: before?.known ?? false,
      };
    }
    this.readings.set(id, reading);
    const same =
      JSON.stringify([before?.value, before?.failure, before?.known]) ===
      JSON.stringify([reading.value, reading.failure, reading.known]);
    if (!same) this.options.onChange(environment);
  }

  private timestamp(): string {
    return new Date(this.now()).toISOString();
  }
}
