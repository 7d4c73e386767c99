import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterAccess } from '../releases/ClusterAccess';
import type {
  ClusterObserver,
  Observation,
  ObservedEnvironment,
} from './ClusterObserver';
import { KubernetesClusterWatch } from './KubernetesClusterWatch';

/** @see {@link KubernetesClusterObserver} */
export interface KubernetesClusterObserverOptions {
  /** One for each cluster, with the identity that only reads. */
  clusters: readonly ClusterAccess[];
  logger: LoggerService;
}

type Listener = Parameters<ClusterObserver['onChange']>[0];

/** Milliseconds in which changes of one place become one call. */
const COALESCE = 250;

/** Follows clusters by Kubernetes' watches. */
export class KubernetesClusterObserver implements ClusterObserver {
  private readonly watches: ReadonlyMap<string, KubernetesClusterWatch>;
  private readonly listeners: Listener[] = [];
  private readonly changed = new Map<
    string,
    { cluster: string; namespace: string }
  >();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor({ clusters, logger }: KubernetesClusterObserverOptions) {
    this.watches = new Map(
      clusters.map(access => [
        access.cluster,
        new KubernetesClusterWatch(access, logger, namespace =>
          this.note(access.cluster, namespace),
        ),
      ]),
    );
  }

  /** Begins to follow; returns at once. */
  start(): void {
    const { signal } = this.stopping;
    this.running = Promise.all(
      [...this.watches.values()].map(watch => watch.run(signal)),
    );
  }

  /** Ends every watch. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.stopping.abort();
    await this.running;
  }

  observe(place: {
    cluster: string;
    namespace: string;
    releaseName: string;
  }): Observation<ObservedEnvironment> {
    const watch = this.watches.get(place.cluster);
    if (watch) return watch.observe(place.namespace, place.releaseName);
    return {
      value: undefined,
      observedAt: new Date().toISOString(),
      staleReason: `The configuration names no cluster ${place.cluster}`,
    };
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  private note(cluster: string, namespace: string): void {
    this.changed.set(`${cluster}/${namespace}`, { cluster, namespace });
    this.timer ??= setTimeout(() => this.announce(), COALESCE);
  }

  private announce(): void {
    const places = [...this.changed.values()];
    this.changed.clear();
    this.timer = undefined;
    for (const place of places) {
      for (const listener of this.listeners) listener(place);
    }
  }
}
