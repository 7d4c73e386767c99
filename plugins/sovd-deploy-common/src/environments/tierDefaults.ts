import type { Tier } from './placementAnswers';

/**
 * Defaults that depend on the tier. Production is sized so that the autoscaler's
 * 20 pods find their database connections.
 *
 * @public
 */
export const tierDefaults = {
  staging: {
    changeApproval: false,
    nodesMax: 5,
    databaseClass: 'db.t3.medium',
    multiAz: false,
    backupRetentionDays: 1,
    cacheNodeType: 'cache.t3.small',
    cacheNodes: 1,
    backendReplicas: 3,
    backendMin: 3,
    backendMax: 10,
    frontendMin: 2,
    frontendMax: 5,
  },
  production: {
    changeApproval: true,
    nodesMax: 7,
    databaseClass: 'db.t3.large',
    multiAz: true,
    backupRetentionDays: 7,
    cacheNodeType: 'cache.t3.medium',
    cacheNodes: 2,
    backendReplicas: 5,
    backendMin: 5,
    backendMax: 20,
    backendResources: {
      requests: { cpu: '500m', memory: '512Mi' },
      limits: { cpu: '1000m', memory: '1024Mi' },
    },
    frontendMin: 3,
    frontendMax: 8,
  },
} as const satisfies Record<Tier, Record<string, unknown>>;
