import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';

/** A row of the list for tests. */
export function testSummary(
  values: Partial<EnvironmentSummary> = {},
): EnvironmentSummary {
  const { name = 'fleet-staging' } = values;
  return {
    entityRef: `resource:default/${name}`,
    name,
    application: 'fleet',
    owner: 'group:default/platform',
    tier: 'staging',
    target: 'sandbox',
    health: 'healthy',
    headline: 'Runs 2.5.0; all 3 pods are ready',
    rollout: '3 of 3 ready',
    database: 'at head 1',
    stack: 'ready',
    cost: '$440 of $800',
    ...values,
  };
}
