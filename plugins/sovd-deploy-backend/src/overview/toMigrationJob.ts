import type { MigrationReport } from '@sovd/plugin-sovd-deploy-common';
import type { ObservedMigrationJob } from './ClusterObserver';
import type { ObservedJob, ObservedPod } from './ObservedObjects';
import { toPodCause } from './toPodCause';

/**
 * A migration Job with its pods.
 *
 * @param kept - a report that was seen before its pod went
 */
export function toMigrationJob(
  job: ObservedJob,
  allPods: readonly ObservedPod[],
  kept: MigrationReport | undefined,
): ObservedMigrationJob {
  const pods = allPods.filter(({ ownerUid }) => ownerUid === job.uid);
  const phase = toPhase(job, pods);
  const cause =
    phase === 'succeeded' || kept?.error ? undefined : toCause(job, pods);
  return {
    job: job.name,
    uid: job.uid,
    phase,
    ...(job.helmRevision > 0 && { helmRevision: job.helmRevision }),
    ...(job.startedAt && { startedAt: job.startedAt }),
    ...(job.finishedAt && { finishedAt: job.finishedAt }),
    ...(kept && { report: kept }),
    ...(cause && { cause }),
  };
}

/** The newest migration; Helm makes a new Job for each revision. */
export function newestJob(
  jobs: readonly ObservedJob[],
): ObservedJob | undefined {
  return jobs
    .filter(({ component }) => component === 'migration')
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}

function toPhase(
  job: ObservedJob,
  pods: readonly ObservedPod[],
): ObservedMigrationJob['phase'] {
  if (has(job, 'Complete')) return 'succeeded';
  if (has(job, 'Failed')) return 'failed';
  const started = pods.some(({ containers }) =>
    containers.some(
      ({ running, terminated, lastTerminated }) =>
        running || terminated || lastTerminated,
    ),
  );
  return started ? 'running' : 'pending';
}

function toCause(
  job: ObservedJob,
  pods: readonly ObservedPod[],
): string | undefined {
  for (const pod of pods) {
    const cause = toPodCause(pod);
    if (cause) return cause;
  }
  const failed = job.conditions.find(({ type }) => type === 'Failed');
  return failed && [failed.reason, failed.message].filter(Boolean).join(': ');
}

function has(job: ObservedJob, condition: string): boolean {
  return job.conditions.some(
    ({ type, status }) => type === condition && status === 'True',
  );
}
