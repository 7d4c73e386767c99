import { setTimeout as delay } from 'node:timers/promises';
import { toError } from '@backstage/errors';
import { KubernetesApiError } from '../releases/KubernetesApiError';
import type { KubernetesClient } from '../releases/KubernetesClient';
import type { ObservedObject } from './ObservedObjects';
import { readLines } from './readLines';

/** One resource type to follow. */
export interface KubernetesResource<Raw, Observed extends ObservedObject> {
  /** Plural, for messages. */
  name: string;
  /** Path of the collection in all namespaces. */
  path: string;
  /** Keeps only what is needed; called while parsing. */
  prune(raw: Raw): Observed;
}

/** Takes what a reflector sees. */
export interface ReflectorSink<Observed> {
  /** Everything there is, after a list. */
  replace(objects: Observed[]): void;
  put(object: Observed): void;
  remove(object: Observed): void;
  /** The API server was heard: nothing newer than now is missing. */
  heard(): void;
  /** The watch is down; it is tried again. */
  down(reason: string): void;
}

interface ListPage<Raw> {
  metadata: { resourceVersion: string; continue?: string };
  items: Raw[];
}

interface WatchEvent<Raw> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: Raw & {
    metadata?: { resourceVersion?: string };
    code?: number;
    message?: string;
    reason?: string;
  };
}

const SELECTOR = encodeURIComponent('app.kubernetes.io/part-of=sovd-webapp');
const PAGE = 500;
/** Seconds after which the API server ends a watch; a fresh one gets a fresh credential. */
const WATCH_SECONDS = 300;
/** Bookmarks come every minute: a watch that is silent for longer is dead. */
const IDLE_TIMEOUT = 90_000;
/** Milliseconds. */
const SHORTEST_WATCH = 1_000;
const BACK_OFF = { first: 500, longest: 30_000 };

/**
 * Follows one resource type of one cluster for as long as it is asked to: list, watch, and
 * again, whatever goes wrong in between.
 */
export class KubernetesReflector<Raw, Observed extends ObservedObject> {
  private version: string | undefined;
  private failures = 0;

  constructor(
    private readonly client: KubernetesClient,
    private readonly resource: KubernetesResource<Raw, Observed>,
    private readonly sink: ReflectorSink<Observed>,
  ) {}

  /** Runs until the signal aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.version === undefined) await this.list(signal);
        await this.watch(signal);
      } catch (error) {
        if (signal.aborted) return;
        // the server no longer knows where we stood: read everything anew, at once
        const expired = isExpired(error) && this.version !== undefined;
        if (isExpired(error)) this.version = undefined;
        if (!expired) {
          this.sink.down(this.reasonOf(error));
          await this.backOff(signal);
        }
      }
    }
  }

  private async list(signal: AbortSignal): Promise<void> {
    const objects: Observed[] = [];
    let next = '';
    let version = '';
    do {
      const page: ListPage<Raw> = await this.client.json({
        path: `${this.resource.path}?labelSelector=${SELECTOR}&limit=${PAGE}&continue=${next}`,
        signal,
      });
      objects.push(...page.items.map(item => this.resource.prune(item)));
      version = page.metadata.resourceVersion;
      next = encodeURIComponent(page.metadata.continue ?? '');
    } while (next);
    this.version = version;
    this.sink.replace(objects);
    this.sink.heard();
  }

  private async watch(signal: AbortSignal): Promise<void> {
    // spread, so that the watches of many backends don't all end at once
    const seconds = Math.round(WATCH_SECONDS * (0.8 + Math.random() * 0.4));
    const answer = await this.client.open({
      path:
        `${this.resource.path}?labelSelector=${SELECTOR}&watch=1&allowWatchBookmarks=true` +
        `&timeoutSeconds=${seconds}&resourceVersion=${this.version}`,
      signal,
      idleTimeout: IDLE_TIMEOUT,
    });
    this.sink.heard();
    const opened = Date.now();
    try {
      for await (const line of readLines(answer)) {
        if (line) this.take(JSON.parse(line));
      }
    } finally {
      answer.destroy();
    }
    // a server that ends each watch at once must not be asked without a pause
    if (Date.now() - opened < SHORTEST_WATCH) await this.backOff(signal);
    else this.failures = 0;
  }

  private take({ type, object }: WatchEvent<Raw>): void {
    if (type === 'ERROR') {
      throw new KubernetesApiError(object.message ?? 'the watch failed', {
        status: object.code,
        reason: object.reason ?? 'WatchFailed',
      });
    }
    this.version = object.metadata?.resourceVersion ?? this.version;
    if (type === 'DELETED') this.sink.remove(this.resource.prune(object));
    else if (type !== 'BOOKMARK') this.sink.put(this.resource.prune(object));
    this.sink.heard();
  }

  private reasonOf(error: unknown): string {
    const { message } = toError(error);
    return error instanceof KubernetesApiError
      ? message
      : `The cluster ${this.client.cluster} can't be reached: the watch of ${this.resource.name} was cut (${message})`;
  }

  private async backOff(signal: AbortSignal): Promise<void> {
    const { first, longest } = BACK_OFF;
    const ceiling = Math.min(first * 2 ** this.failures, longest);
    this.failures += 1;
    const wait = ceiling * (0.5 + Math.random() / 2);
    await delay(wait, undefined, { signal }).catch(() => {});
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof KubernetesApiError && error.status === 410;
}
