import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterAccess } from '../releases/ClusterAccess';
import { KubernetesClient } from '../releases/KubernetesClient';
import { ClusterFreshness } from './ClusterFreshness';
import type { Observation, ObservedEnvironment } from './ClusterObserver';
import { ClusterProjection, observedKinds } from './ClusterProjection';
import type { ObservedKinds } from './ClusterProjection';
import { KubernetesReflector, KubernetesResource } from './KubernetesReflector';
import {
  toObservedAutoscaler,
  toObservedDeployment,
  toObservedJob,
  toObservedPod,
  toObservedReplicaSet,
} from './toObservedObjects';

/** Milliseconds between two questions whether the API server is there. */
const HEARTBEAT = 10_000;
const HEARTBEAT_TIMEOUT = 5_000;

/** Follows one cluster and projects it. */
export class KubernetesClusterWatch {
  private readonly client: KubernetesClient;
  private readonly freshness: ClusterFreshness;
  private readonly projection: ClusterProjection;

  constructor(
    access: ClusterAccess,
    private readonly logger: LoggerService,
    private readonly onChange: (namespace: string) => void,
  ) {
    this.client = new KubernetesClient(access);
    this.freshness = new ClusterFreshness(
      access.cluster,
      [...observedKinds, 'heartbeat'],
      Date.now,
    );
    this.projection = new ClusterProjection(onChange);
  }

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const follow = <Raw, K extends keyof ObservedKinds>(
      name: K,
      path: string,
      prune: (raw: Raw) => ObservedKinds[K],
    ) => this.reflector(name, { name, path, prune }).run(signal);
    await Promise.all([
      follow('deployments', '/apis/apps/v1/deployments', toObservedDeployment),
      follow('replicasets', '/apis/apps/v1/replicasets', toObservedReplicaSet),
      follow('pods', '/api/v1/pods', toObservedPod),
      follow('jobs', '/apis/batch/v1/jobs', toObservedJob),
      follow(
        'horizontalpodautoscalers',
        '/apis/autoscaling/v2/horizontalpodautoscalers',
        toObservedAutoscaler,
      ),
      this.beat(signal),
    ]);
  }

  observe(
    namespace: string,
    releaseName: string,
  ): Observation<ObservedEnvironment> {
    return {
      value: this.freshness.isComplete
        ? this.projection.read(namespace, releaseName)
        : undefined,
      ...this.freshness.read(),
    };
  }

  private reflector<Raw, K extends keyof ObservedKinds>(
    name: K,
    resource: KubernetesResource<Raw, ObservedKinds[K]>,
  ): KubernetesReflector<Raw, ObservedKinds[K]> {
    const { projection } = this;
    return new KubernetesReflector(this.client, resource, {
      replace: objects => projection.replace(name, objects),
      put: object => projection.put(name, object),
      remove: object => projection.remove(name, object),
      heard: () => this.heard(name),
      down: reason => this.down(name, reason),
    });
  }

  /** A watch that is silent can't tell a quiet cluster from a dead one: this asks. */
  private async beat(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const askedAt = Date.now();
      try {
        await this.client.json({
          path: '/version',
          signal,
          idleTimeout: HEARTBEAT_TIMEOUT,
        });
        this.heard('heartbeat');
        this.freshness.alive(askedAt);
      } catch (error) {
        if (signal.aborted) return;
        this.down('heartbeat', toError(error).message);
      }
      await delay(HEARTBEAT, undefined, { signal }).catch(() => {});
    }
  }

  private heard(name: string): void {
    const wasComplete = this.freshness.isComplete;
    const recovered = this.freshness.heard(name);
    if (recovered) {
      this.logger.info(`Follows ${name} of ${this.client.cluster} again`);
    }
    if (recovered || !wasComplete) this.announceAll();
  }

  private down(name: string, reason: string): void {
    if (!this.freshness.down(name, reason)) return;
    this.logger.warn(
      `Can't follow ${name} of ${this.client.cluster}: ${reason}`,
    );
    this.announceAll();
  }

  private announceAll(): void {
    for (const namespace of this.projection.namespaces) {
      this.onChange(namespace);
    }
  }
}
