import type { MigrationRun } from './MigrationRun';

/** Runs of migration Jobs that were seen, since Kubernetes deletes them. */
export interface MigrationReportStore {
  /** Keeps what is known of a run; what is known no more stays as it was. */
  record(environmentId: string, run: MigrationRun): Promise<void>;
  /** The newest run; undefined when none was ever seen. */
  latest(environmentId: string): Promise<MigrationRun | undefined>;
  /** The same of many at once, by the environment's id. */
  latestOf(
    environmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, MigrationRun>>;
}
