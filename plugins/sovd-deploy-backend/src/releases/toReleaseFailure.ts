import type { Finding, MigrationReport } from '@sovd/plugin-sovd-deploy-common';

/** What was seen of a release that failed, as far as anything was. */
export interface SeenRelease {
  migrationJob?: { phase: string; report?: MigrationReport; cause?: string };
  rollout?: { workloads: readonly { component: string; cause?: string }[] };
}

/**
 * The first failing cause of a release. Helm's own words say only that something didn't
 * become ready; why stands in the migration's report or in the pods.
 *
 * @param words - what the deployer said
 */
export function toReleaseFailure(
  releaseName: string,
  words: string,
  seen: SeenRelease,
): Finding {
  const { migrationJob: job, rollout } = seen;
  const finding = (
    rule: string,
    headline: string,
    cause: string,
    step: string,
  ): Finding => ({
    rule,
    severity: 'blocker',
    headline,
    cause: `${cause}. The deployer says: ${words}`,
    nextSteps: [{ label: step }],
  });
  if (job?.phase === 'failed') {
    const { error, revision, current } = job.report ?? {};
    const at = current ? `, the schema stands at ${current.join(', ')}` : '';
    return finding(
      'database-migration-failed',
      `Database migration${revision ? ` ${revision}` : ''} stopped`,
      `${error ?? job.cause ?? 'It left no report'}${at}`,
      'Correct the migration in the repository, then run again',
    );
  }
  const failing = rollout?.workloads.find(({ cause }) => cause);
  if (failing) {
    return finding(
      'pods-cannot-start',
      `New ${failing.component} pods can't start`,
      `${failing.cause}`,
      'Read the log of that pod, then run again',
    );
  }
  return {
    rule: 'release-failed',
    severity: 'blocker',
    headline: `Release ${releaseName} failed`,
    cause: words,
    nextSteps: [{ label: 'Remove the cause, then run again' }],
  };
}
