import type { MigrationReport, Rollout } from '@sovd/plugin-sovd-deploy-common';

/** A value with its source and age. `staleReason` says why it couldn't be renewed since. */
export interface Observation<T> {
  value: T | undefined;
  observedAt: string;
  staleReason?: string;
}

/** What the newest migration Job of an environment shows while its objects exist. */
export interface ObservedMigrationJob {
  job: string;
  uid: string;
  phase: 'pending' | 'running' | 'succeeded' | 'failed';
  startedAt?: string;
  finishedAt?: string;
  /** Kept from the moment it was seen: Kubernetes deletes a failed hook's pod. */
  report?: MigrationReport;
  /** Kubernetes' words when there is no report, e.g. `DeadlineExceeded`. */
  cause?: string;
}

/** What a cluster's projection knows of one environment. Costs no Kubernetes call. */
export interface ObservedEnvironment {
  rollout?: Rollout;
  migrationJob?: ObservedMigrationJob;
}

/** Watches clusters and projects what it sees onto environments. */
export interface ClusterObserver {
  observe(place: {
    cluster: string;
    namespace: string;
    releaseName: string;
  }): Observation<ObservedEnvironment>;
  /** Called with a place when something visible changed there. */
  onChange(
    listener: (place: { cluster: string; namespace: string }) => void,
  ): void;
}
