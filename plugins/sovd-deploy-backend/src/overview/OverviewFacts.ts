import type {
  Change,
  Environment,
  EnvironmentOverview,
  Finding,
  Health,
} from '@sovd/plugin-sovd-deploy-common';

/** What a headline is judged on. */
export type OverviewFacts = Pick<
  EnvironmentOverview,
  'stack' | 'release' | 'rollout' | 'databaseMigration'
> & {
  environment: Environment;
  change?: Change;
};

/** How one part is, and what there is to say of it. */
export interface Verdict {
  health: Health;
  headline: Finding;
}

/** A verdict in few words. */
export function verdict(
  health: Health,
  rule: string,
  headline: string,
  cause: string,
  ...nextSteps: string[]
): Verdict {
  const severity = { degraded: 'blocker', unknown: 'warning' } as const;
  return {
    health,
    headline: {
      rule,
      severity:
        health === 'degraded' || health === 'unknown'
          ? severity[health]
          : 'info',
      headline,
      cause,
      nextSteps: nextSteps.map(label => ({ label })),
    },
  };
}
