import type { Finding, MigrationReport } from '@sovd/plugin-sovd-deploy-common';
import { toFieldConflicts } from './toFieldConflicts';
import { toMigrationFailure } from './toMigrationFailure';

/** What was seen of a release that failed, as far as anything was. */
export interface SeenRelease {
  migrationJob?: { phase: string; report?: MigrationReport; cause?: string };
  rollout?: {
    workloads: readonly {
      component: string;
      cause?: string;
      causePod?: string;
    }[];
  };
}

/**
 * The first failing cause of a release. Helm's own words say only that something didn't
 * become ready; why stands in the migration's report or in the pods. All that it said
 * stands in the change's log.
 *
 * @param words - what the deployer said
 */
export function toReleaseFailure(
  releaseName: string,
  words: string,
  seen: SeenRelease,
): Finding {
  const { migrationJob: job, rollout } = seen;
  const failing = rollout?.workloads.find(({ cause }) => cause);
  if (job?.phase === 'failed') {
    return toMigrationFailure(job);
  }
  const [conflict, ...more] = toFieldConflicts(words);
  if (conflict) {
    const others = more.length ? ` and ${more.length} more fields` : '';
    return {
      rule: 'field-conflict',
      severity: 'blocker',
      headline: `${conflict.manager} has changed ${conflict.field}${others} outside of the portal`,
      cause: `${[conflict, ...more]
        .map(({ manager, field }) => `${field} belongs to ${manager}`)
        .join(', ')}; the portal doesn't take it over by force`,
      nextSteps: [
        {
          label:
            'Put the value that you want into the repository, take the edit back with kubectl, then plan again',
        },
      ],
    };
  }
  if (failing) {
    const { cause, causePod, component } = failing;
    const database = job?.report?.applied.length
      ? `. The database stays at ${job.report.current.join(', ')}`
      : '';
    return {
      rule: 'pods-cannot-start',
      severity: 'blocker',
      headline: `New ${component} pods can't start`,
      cause: `${causePod ? `Pod ${causePod}: ` : ''}${cause}${database}`,
      nextSteps: [{ label: 'Read the log of that pod, then run again' }],
    };
  }
  return {
    rule: 'release-failed',
    severity: 'blocker',
    headline: `Release ${releaseName} failed`,
    cause: lastErrorOf(words),
    nextSteps: [{ label: 'Remove the cause, then run again' }],
  };
}

/** What it gave up with, without what it told on the way there. */
function lastErrorOf(words: string): string {
  const at = words.lastIndexOf('Error: ');
  return at < 0 ? words : words.slice(at + 'Error: '.length);
}
