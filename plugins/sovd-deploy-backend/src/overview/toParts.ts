import type {
  DatabaseMigration,
  Part,
  Release,
  Rollout,
  Stack,
} from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import { toDatabaseMigration } from '../databaseMigrations/toDatabaseMigration';
import type { StackReading } from './CachedStackReader';
import type { Observation, ObservedEnvironment } from './ClusterObserver';

/** What a source of the portal itself gave, or why it gave nothing. */
export type Answer<T> = { value: T | undefined } | { failure: string };

type Observed = Observation<ObservedEnvironment>;

const KUBERNETES = 'Kubernetes';
const PORTAL = 'Portal';

/** The stack as the cloud said it last. */
export function toStackPart(reading: StackReading): Part<Stack> {
  const { value, observedAt, failure, known } = reading;
  const source = 'CloudFormation';
  if (value) {
    return {
      state: 'value',
      value,
      source,
      observedAt,
      ...(failure && { staleReason: failure }),
    };
  }
  return known && !failure
    ? {
        state: 'absent',
        headline: 'No stack yet',
        reason: 'CloudFormation knows no stack of this name.',
      }
    : { state: 'error', reason: failure ?? 'No answer', source, observedAt };
}

/** The release as the portal wrote it down when Helm had deployed it. */
export function toReleasePart(
  answer: Answer<Release>,
  now: string,
): Part<Release> {
  if ('failure' in answer) return toError(answer.failure, PORTAL, now);
  const { value } = answer;
  return value
    ? { state: 'value', value, source: PORTAL, observedAt: now }
    : {
        state: 'absent',
        headline: 'Not deployed yet',
        reason: 'No release was ever rolled out.',
      };
}

/** The rollout as the watches of the cluster show it. */
export function toRolloutPart(observed: Observed): Part<Rollout> {
  const { value, observedAt, staleReason } = observed;
  if (value?.rollout) {
    return {
      state: 'value',
      value: value.rollout,
      source: KUBERNETES,
      observedAt,
      ...(staleReason && { staleReason }),
    };
  }
  return staleReason || !value
    ? toError(staleReason ?? 'Not read yet', KUBERNETES, observedAt)
    : {
        state: 'absent',
        headline: 'Not deployed yet',
        reason: 'The namespace has no workload of this release.',
      };
}

/** The database as its newest migration Job reported it, now or when it was last seen. */
export function toDatabaseMigrationPart(
  observed: Observed,
  kept: Answer<MigrationRun>,
  now: string,
): Part<DatabaseMigration> {
  const seen = observed.value?.migrationJob;
  const known = 'value' in kept ? kept.value : undefined;
  const value = toDatabaseMigration(seen, known);
  if (value) {
    return {
      state: 'value',
      value,
      source: seen ? KUBERNETES : PORTAL,
      observedAt: seen
        ? observed.observedAt
        : known?.finishedAt ?? known?.startedAt ?? now,
      // what a finished run reported doesn't get old with the watch
      ...(observed.staleReason &&
        value.phase !== 'succeeded' && { staleReason: observed.staleReason }),
    };
  }
  if ('failure' in kept) return toError(kept.failure, PORTAL, now);
  return observed.staleReason
    ? toError(observed.staleReason, KUBERNETES, observed.observedAt)
    : {
        state: 'absent',
        headline: 'No database migration yet',
        reason: 'No migration Job ever ran here.',
      };
}

function toError<T>(
  reason: string,
  source: string,
  observedAt: string,
): Part<T> {
  return { state: 'error', reason, source, observedAt };
}
