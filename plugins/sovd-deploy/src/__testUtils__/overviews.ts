import type {
  DatabaseMigration,
  EnvironmentOverview,
  Part,
  Release,
  Rollout,
  Stack,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import { environmentCost } from './costs';
import { failedChange, runningChange, succeededChange } from './changes';
import { diagnosticsStaging } from './environments';
import { ago } from './moments';

const commit = '1f0c2ab94e7d53b86a0f1c2d3e4f5a6b7c8d9e0f';
const image = {
  repository: 'localhost:15000/sovd/diagnostics-backend',
  tag: `sha-${commit}`,
  digest: `sha256:${commit}${'0'.repeat(24)}`,
};

export function valuePart<T>(
  value: T,
  source: string,
  age = 3,
  staleReason?: string,
): Part<T> {
  return { state: 'value', value, source, observedAt: ago(age), staleReason };
}

export const release: Release = {
  name: 'diagnostics-staging',
  namespace: 'diagnostics-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit,
  images: [{ component: 'backend', ...image }],
  deployedAt: ago(86_400 * 2),
};

const backend: Workload = {
  name: 'diagnostics-staging-backend',
  kind: 'Deployment',
  component: 'backend',
  version: 'sha-1f0c2ab',
  image: `${image.repository}:${image.tag}@${image.digest}`,
  desired: 3,
  readyOld: 0,
  readyNew: 3,
  notReady: 0,
};

export const rollout: Rollout = {
  phase: 'succeeded',
  revision: 1,
  version: 'sha-1f0c2ab',
  workloads: [backend],
};

export const runningRollout: Rollout = {
  ...rollout,
  phase: 'running',
  workloads: [{ ...backend, readyNew: 1, notReady: 1 }],
};

export const failedRollout: Rollout = {
  ...rollout,
  phase: 'failed',
  revision: 2,
  version: '2.5.0',
  workloads: [
    {
      ...backend,
      version: '2.5.0',
      readyOld: 2,
      readyNew: 0,
      notReady: 1,
      cause: "container backend: exit code 1, KeyError: 'JWT_ISSUER'",
    },
    {
      ...backend,
      component: 'frontend',
      name: 'diagnostics-staging-frontend',
      desired: 24,
      readyNew: 24,
    },
  ],
};

export const databaseMigration: DatabaseMigration = {
  phase: 'succeeded',
  current: ['0002'],
  heads: ['0002'],
  applied: ['0001', '0002'],
  atHead: true,
  job: 'diagnostics-staging-migrate-1',
  startedAt: ago(86_400 * 2 + 6),
  finishedAt: ago(86_400 * 2),
  durationMs: 4210,
};

export const failedMigration: DatabaseMigration = {
  ...databaseMigration,
  phase: 'failed',
  heads: ['0003'],
  applied: [],
  atHead: false,
  job: 'diagnostics-staging-migrate-2',
  durationMs: 5031,
  revision: '0003',
  sqlState: '55P03',
  cause:
    'canceling statement due to lock timeout: relation "diagnostic_session" is locked by another session',
};

/** A failed run that saw who was in its way. */
export const lockedMigration: DatabaseMigration = {
  ...failedMigration,
  blockedBy: [
    {
      pid: 4711,
      application: 'sovd-report',
      user: 'report',
      state: 'idle in transaction',
      since: ago(720),
      relation: 'diagnostic_session',
    },
  ],
};

export const stack: Stack = {
  engine: 'cloudformation',
  name: 'diagnostics-staging',
  phase: 'ready',
  providerStatus: 'CREATE_COMPLETE',
  region: 'eu-central-1',
  accountId: '123456789012',
  resourceCount: 9,
  outputs: {
    DatabaseEndpoint:
      'diagnostics-staging.c1x2y3z4.eu-central-1.rds.amazonaws.com',
    DatabaseName: 'diagnostics_staging',
    DatabaseSecretArn:
      'arn:aws:secretsmanager:eu-central-1:123456789012:secret:diagnostics-staging/database-Ab12Cd',
    VpcId: 'vpc-0a1b2c3d4e5f',
  },
};

export const failedStack: Stack = {
  ...stack,
  phase: 'failed',
  providerStatus: 'ROLLBACK_COMPLETE',
  resourceCount: 0,
  outputs: {},
  cause:
    'AWS::RDS::DBInstance Database: DBInstance quota of 40 is used up in eu-central-1 (Service: Rds, Status Code: 400).',
};

export const healthyOverview: EnvironmentOverview = {
  environment: diagnosticsStaging,
  health: 'healthy',
  headline: {
    rule: 'healthy',
    severity: 'info',
    headline: 'Runs sha-1f0c2ab; all 3 pods are ready',
    cause: 'The database stands at revision 0002, the newest that it knows.',
    nextSteps: [
      { label: 'Open the repository', href: diagnosticsStaging.repositoryUrl },
    ],
  },
  stack: valuePart(stack, 'CloudFormation', 130),
  release: valuePart(release, 'Kubernetes'),
  rollout: valuePart(rollout, 'Kubernetes'),
  databaseMigration: valuePart(databaseMigration, 'Migration Job'),
  cost: valuePart(environmentCost, 'Price book', 86_400 * 3),
  change: succeededChange,
  channel: 'sovd-deploy:4f2a',
};

export const creatingOverview: EnvironmentOverview = {
  ...healthyOverview,
  health: 'progressing',
  headline: {
    rule: 'change-running',
    severity: 'info',
    headline: 'sha-1f0c2ab is being rolled out',
    cause: '1 of 3 pods is ready; the database is at head.',
    nextSteps: [],
  },
  rollout: valuePart(runningRollout, 'Kubernetes'),
  change: runningChange,
};

export const failedOverview: EnvironmentOverview = {
  ...healthyOverview,
  health: 'degraded',
  headline: {
    ...failedChange.finding!,
    nextSteps: [
      {
        label: 'Run the form again',
        href: '/create/templates/default/sovd-webapp',
      },
      { label: 'Events of the stack', href: 'https://console.aws.amazon.com' },
      { label: 'Or raise the quota of RDS instances' },
    ],
  },
  stack: valuePart(failedStack, 'CloudFormation'),
  release: {
    state: 'absent',
    headline: 'Not deployed yet',
    reason: 'The stack has to be there first.',
  },
  rollout: {
    state: 'absent',
    headline: 'Not deployed yet',
    reason: 'No release was ever rolled out: the stack has to be there first.',
  },
  databaseMigration: {
    state: 'absent',
    headline: 'No migration yet',
    reason: 'The first release brings the first migration.',
  },
  change: failedChange,
};

export const degradedOverview: EnvironmentOverview = {
  ...healthyOverview,
  health: 'degraded',
  headline: {
    rule: 'pods-failing',
    severity: 'blocker',
    headline: "New backend pods can't start; 2 old ones still serve",
    cause:
      "The first pod of 2.5.0 stopped with KeyError: 'JWT_ISSUER' (3 restarts).",
    nextSteps: [
      { label: 'Look at the log of that pod', href: '../kubernetes' },
    ],
  },
  rollout: valuePart(failedRollout, 'Kubernetes'),
  databaseMigration: valuePart(failedMigration, 'Migration Job'),
};

/** Several truths on one page: one part may be missing while the rest is fine. */
export const partsMissingOverview: EnvironmentOverview = {
  ...healthyOverview,
  health: 'unknown',
  headline: {
    rule: 'cluster-unreachable',
    severity: 'warning',
    headline: "State unknown: the cluster sandbox can't be reached",
    cause: 'It closed the connection (timeout after 10 s).',
    nextSteps: [],
  },
  rollout: {
    state: 'error',
    reason: 'The cluster sandbox closed the connection (timeout after 10 s).',
    source: 'Kubernetes',
    observedAt: ago(12),
  },
  stack: {
    state: 'forbidden',
    permission: 'sovd.environment.read',
    askWhom: 'workshop, the owner,',
  },
  cost: {
    state: 'absent',
    headline: 'No estimate',
    reason: 'The price book has no prices for the region mars-north-1.',
  },
  databaseMigration: valuePart(
    databaseMigration,
    'Migration Job',
    1260,
    'The cluster sandbox has not answered since 03:05.',
  ),
};
