import { healthsByUrgency } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentPage,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import { ago } from './moments';

const healthy: EnvironmentSummary = {
  entityRef: 'resource:default/diagnostics-staging',
  name: 'diagnostics-staging',
  application: 'diagnostics',
  owner: 'group:default/workshop',
  tier: 'staging',
  target: 'sandbox',
  health: 'healthy',
  headline: 'Runs sha-1f0c2ab; all 3 pods are ready',
  version: 'sha-1f0c2ab',
  rollout: '3 of 3 ready',
  database: '0002, at head',
  stack: 'Ready',
  cost: '$440 of $800',
  observedAt: ago(4),
};

/** Not in the order in which they are to be shown. */
export const fleet: EnvironmentSummary[] = [
  healthy,
  {
    ...healthy,
    entityRef: 'resource:default/charging-staging',
    name: 'charging-staging',
    application: 'charging',
    owner: 'group:default/energy',
    health: 'progressing',
    headline: 'Creates the stack: 4 of 9 resources',
    version: undefined,
    rollout: 'Not deployed',
    database: 'Not deployed',
    stack: 'Creating',
    cost: '$1,212 of $800',
  },
  {
    ...healthy,
    entityRef: 'resource:default/telemetry-staging',
    name: 'telemetry-staging',
    application: 'telemetry',
    owner: 'group:default/fleet-data',
    health: 'unknown',
    headline: 'State unknown. Last seen healthy.',
    observedAt: ago(1260),
    staleReason: 'The cluster sandbox has not answered since 03:05.',
  },
  {
    ...healthy,
    entityRef: 'resource:default/ota-staging',
    name: 'ota-staging',
    application: 'ota',
    owner: 'group:default/campaigns',
    health: 'degraded',
    headline:
      'Database migration 0003 stopped at a lock; 2.4.1 still runs untouched',
    version: '2.4.1',
    database: '0002, last run failed',
  },
];

/** The only page of a list, in the order in which the server gives it. */
export function fleetPage(
  items: EnvironmentSummary[] = fleet,
  values: Partial<EnvironmentPage> = {},
): EnvironmentPage {
  const urgencyOf = ({ health }: EnvironmentSummary) =>
    healthsByUrgency.indexOf(health);
  const counts = { degraded: 0, unknown: 0, progressing: 0, healthy: 0 };
  for (const { health } of items) counts[health] += 1;
  return {
    items: [...items].sort((a, b) => urgencyOf(a) - urgencyOf(b)),
    total: items.length,
    counts,
    sharedCauses: [],
    owners: [...new Set(items.map(({ owner }) => owner))].sort(),
    channel: 'fleet',
    ...values,
  };
}

/** Causes of a bad hour. */
export const sharedCauses = [
  {
    headline: 'Cluster demo-eu has not answered since 03:05',
    health: 'unknown',
    count: 212,
  },
  {
    headline: 'Stack update went back: no more than 5 elastic IPs',
    health: 'degraded',
    count: 3,
  },
] satisfies EnvironmentPage['sharedCauses'];
