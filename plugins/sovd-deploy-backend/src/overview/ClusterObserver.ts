import type { Rollout } from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';

/** A value with its source and age. `staleReason` says why it couldn't be renewed since. */
export interface Observation<T> {
  /** Undefined as long as the source was never read; empty when it was, and nothing is there. */
  value: T | undefined;
  observedAt: string;
  staleReason?: string;
}

/** What the newest migration Job of an environment shows while its objects exist. */
export type ObservedMigrationJob = MigrationRun;

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
  /**
   * Called with a place when something visible changed there, at most once in a quarter of a
   * second; with every place of a cluster that can't be reached any more, or can be again.
   */
  onChange(
    listener: (place: { cluster: string; namespace: string }) => void,
  ): void;
}
