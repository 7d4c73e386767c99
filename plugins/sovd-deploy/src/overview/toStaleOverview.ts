import type {
  EnvironmentOverview,
  Part,
} from '@sovd/plugin-sovd-deploy-common';

function toStale<T>(part: Part<T>, staleReason: string): Part<T> {
  return part.state === 'value'
    ? { ...part, staleReason: part.staleReason ?? staleReason }
    : part;
}

/**
 * An overview that can't be renewed: every value of it is old, and nobody knows how
 * the environment is now.
 */
export function toStaleOverview(
  overview: EnvironmentOverview,
  reason: string,
): EnvironmentOverview {
  const lastSeen =
    overview.health === 'unknown' ? '' : ` Last seen ${overview.health}.`;
  return {
    ...overview,
    health: 'unknown',
    headline: {
      ...overview.headline,
      headline: `State unknown.${lastSeen}`,
      cause: `The portal's page couldn't be renewed. ${reason}`,
    },
    stack: toStale(overview.stack, reason),
    release: toStale(overview.release, reason),
    rollout: toStale(overview.rollout, reason),
    databaseMigration: toStale(overview.databaseMigration, reason),
    cost: toStale(overview.cost, reason),
  };
}
