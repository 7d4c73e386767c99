import type {
  Finding,
  Release,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import type {
  Observation,
  ObservedEnvironment,
} from '../overview/ClusterObserver';
import { blocker } from './blocker';

/** Longest part of a cause that is said in a headline. */
const LONGEST_WORDS = 160;

/** What is known of a release that isn't as it should be. */
export interface VerifiedFacts {
  release: Pick<Release, 'revision' | 'name'>;
  /** What is missing, in one sentence. */
  missing: string;
  observed: Observation<ObservedEnvironment>;
  /** Of the release's own Job, when it has reported. */
  run?: MigrationRun;
}

/** A pod that Kubernetes or its own program says something bad of; undefined when there is none. */
export function toPodFailure({
  release,
  observed,
}: Pick<VerifiedFacts, 'release' | 'observed'>): Finding | undefined {
  const failing = workloadsOf(release, observed).find(({ cause }) => cause);
  if (!failing?.cause) return undefined;
  const { cause, causePod, component } = failing;
  const pod = causePod ? `Pod ${causePod}` : `A pod of ${component}`;
  return blocker(
    'pods-do-not-stay',
    `${pod} doesn't stay up: ${shorten(cause)}`,
    `${pod} of ${component}: ${cause}. Helm had called revision ${release.revision} deployed by then`,
    'Read the log of that pod, correct the cause, then run again',
  );
}

/** Whether a workload's pods end by themselves again and again. */
export function isCrashing({
  release,
  observed,
}: Pick<VerifiedFacts, 'release' | 'observed'>): boolean {
  return workloadsOf(release, observed).some(({ cause = '' }) =>
    /^CrashLoopBackOff|\(exit code \d+\)/.test(cause),
  );
}

/** A migration that has ended elsewhere than at head; nothing moves it any more. */
export function toSchemaFailure({
  missing,
  run,
}: Pick<VerifiedFacts, 'missing' | 'run'>): Finding | undefined {
  const { current, heads, error } = run?.report ?? {};
  if (!run || !current || !heads) return undefined;
  const isAtHead = [...current].sort().join() === [...heads].sort().join();
  if (isAtHead && error === undefined) return undefined;
  return blocker(
    'database-not-at-head',
    error ? `The database migration stopped: ${shorten(error)}` : missing,
    `Job ${run.job} reported ${
      error ? `${error}; the schema stands at` : 'that the schema stands at'
    } ${current.join(', ') || 'no revision'}, and the image wants ${heads.join(
      ', ',
    )}`,
    'Correct the migration in the repository, then run again',
  );
}

/**
 * What the cluster itself shows against a release, when its time is over; undefined when
 * it merely can't be seen: then nobody knows that anything is wrong.
 */
export function toVerifyFailure(facts: VerifiedFacts): Finding | undefined {
  const { missing, observed, release } = facts;
  if (observed.staleReason) return undefined;
  const migration = toSchemaFailure(facts);
  if (migration) return migration;
  const isSeen = workloadsOf(release, observed).length > 0;
  const isReport = /^The database migration has not reported/.test(missing);
  if (!isSeen || isReport) return undefined;
  return (
    toPodFailure(facts) ??
    blocker(
      'release-not-ready',
      missing,
      `${missing}, although Helm had called revision ${release.revision} of ${release.name} deployed`,
      'Look at the pods and their events, then run again',
    )
  );
}

/** Those that carry this release; others say nothing about it. */
function workloadsOf(
  { revision }: Pick<Release, 'revision'>,
  { staleReason, value }: Observation<ObservedEnvironment>,
): readonly Workload[] {
  const rollout = staleReason ? undefined : value?.rollout;
  return rollout?.revision === revision ? rollout.workloads : [];
}

function shorten(words: string): string {
  const [line] = words.split('\n');
  return line.length > LONGEST_WORDS
    ? `${line.slice(0, LONGEST_WORDS)}…`
    : line;
}
