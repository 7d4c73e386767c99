import { formatCost } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentOverview,
  EnvironmentSummary,
  Part,
} from '@sovd/plugin-sovd-deploy-common';
import { countPods } from './judgeRolloutPart';

/** One row of the list of environments from what its page would show. */
export function toSummary(
  overview: Omit<EnvironmentOverview, 'channel'>,
): EnvironmentSummary {
  const { cost, environment, rollout, databaseMigration, stack } = overview;
  const seen = rollout.state === 'value' ? rollout : undefined;
  return {
    entityRef: environment.entityRef,
    name: environment.name,
    application: environment.answers.name,
    owner: environment.answers.owner,
    tier: environment.answers.tier,
    target: environment.answers.target,
    health: overview.health,
    headline: overview.headline.headline,
    ...(seen && { version: seen.value.version }),
    rollout: inWords(rollout, value => {
      const { ready, desired } = countPods(value);
      return `${ready} of ${desired} ready`;
    }),
    database: inWords(databaseMigration, ({ phase, current, atHead }) => {
      const at = current.join(', ') || 'no revision';
      if (phase !== 'succeeded') return `${phase}, at ${at}`;
      return atHead ? `at head ${at}` : `behind, at ${at}`;
    }),
    stack: inWords(stack, ({ phase }) => phase),
    cost: inWords(cost, formatCost),
    ...(rollout.state === 'value' || rollout.state === 'error'
      ? { observedAt: rollout.observedAt }
      : {}),
    ...(seen?.staleReason && { staleReason: seen.staleReason }),
  };
}

function inWords<T>(part: Part<T>, words: (value: T) => string): string {
  switch (part.state) {
    case 'value':
      return words(part.value);
    case 'absent':
      return part.headline;
    case 'forbidden':
      return 'Not allowed';
    default:
      return 'Unknown';
  }
}
