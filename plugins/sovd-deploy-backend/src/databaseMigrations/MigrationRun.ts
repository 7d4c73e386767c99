import type { MigrationReport } from '@sovd/plugin-sovd-deploy-common';

/** One run of a migration Job, as far as it was seen. */
export interface MigrationRun {
  job: string;
  uid: string;
  /** Helm's revision that it ran for; left out when the chart doesn't say. */
  helmRevision?: number;
  phase: 'pending' | 'running' | 'succeeded' | 'failed';
  /** RFC 3339 */
  startedAt?: string;
  /** RFC 3339 */
  finishedAt?: string;
  /** Kept from the moment it was seen: Kubernetes deletes a failed hook's pod. */
  report?: MigrationReport;
  /** Kubernetes' words when there is no report, e.g. `DeadlineExceeded`. */
  cause?: string;
}
