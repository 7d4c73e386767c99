import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { environmentCost, moneyAbove } from './costs';
import { ago } from './moments';

const repository = 'localhost:15000/sovd/diagnostics-backend';
const oldCommit = '1f0c2ab94e7d53b86a0f1c2d3e4f5a6b7c8d9e0f';
const commit = 'a81f3c2d4e5f60718293a4b5c6d7e8f901234567';
const digestOf = (hash: string) => `sha256:${hash}${'0'.repeat(24)}`;

const oldImage = {
  repository,
  tag: `sha-${oldCommit}`,
  digest: digestOf(oldCommit),
};
const newImage = { repository, tag: '2.5.0', digest: digestOf(commit) };

/** An upgrade as most are: one image, one additive revision, no cloud resource. */
export const upgradePlan: Plan = {
  digest: `sha256:b37e10c45d92${'7a'.repeat(26)}`,
  environmentRef: 'resource:default/diagnostics-staging',
  request: { kind: 'upgrade', input: { version: '2.5.0' } },
  commit,
  fromVersion: 'sha-1f0c2ab',
  toVersion: '2.5.0',
  images: [{ component: 'backend', from: oldImage, to: newImage }],
  values: [
    { path: 'config.logLevel', from: 'INFO', to: 'DEBUG' },
    { path: 'config.traceLimit', to: 200 },
  ],
  objects: [
    {
      kind: 'Deployment',
      name: 'diagnostics-staging-backend',
      action: 'change',
      fields: [
        {
          path: 'spec.template.spec.containers[backend].image',
          from: `${repository}:${oldImage.tag}@${oldImage.digest}`,
          to: `${repository}:2.5.0@${newImage.digest}`,
        },
      ],
    },
    {
      kind: 'ConfigMap',
      name: 'diagnostics-staging-config',
      action: 'change',
      fields: [{ path: 'data.LOG_LEVEL', from: 'INFO', to: 'DEBUG' }],
    },
  ],
  unchangedObjects: 9,
  database: {
    current: ['0002'],
    heads: ['0003'],
    pending: [
      {
        id: '0003',
        title: 'Add vehicle.note',
        file: 'backend/migrations/versions/0003_vehicle_note.py',
        safety: 'expand',
        operations: ['add_column vehicle.note', 'create_table trace'],
      },
    ],
    unreadable: [],
  },
  infrastructure: [],
  money: { from: environmentCost, to: environmentCost, lines: [] },
  wayBack: {
    verdict: 'plain',
    reason: 'sha-1f0c2ab can run on this schema: 0003 only adds.',
  },
  findings: [],
  createdAt: ago(240),
  expiresAt: ago(-1560),
};

/** Everything that can be loud at once. */
export const losingPlan: Plan = {
  ...upgradePlan,
  digest: `sha256:4f1c9a2e07bd${'5c'.repeat(26)}`,
  request: { kind: 'upgrade', input: { version: '2.6.0' } },
  toVersion: '2.6.0',
  values: [{ path: 'cache.engine', from: 'redis' }],
  objects: [
    ...upgradePlan.objects,
    {
      kind: 'CronJob',
      name: 'diagnostics-staging-cleanup',
      action: 'remove',
      fields: [],
    },
  ],
  database: {
    current: ['0002'],
    heads: ['0004'],
    pending: [
      ...upgradePlan.database.pending,
      {
        id: '0004',
        title: 'Drop legacy_session',
        file: 'backend/migrations/versions/0004_drop_legacy_session.py',
        safety: 'irreversible',
        operations: ['drop_table legacy_session'],
      },
    ],
    unreadable: [
      {
        file: 'backend/migrations/versions/merge_heads.py',
        reason: 'down_revision is computed by a function call in line 12',
      },
    ],
  },
  infrastructure: [
    {
      logicalId: 'Cache',
      type: 'AWS::ElastiCache::ReplicationGroup',
      action: 'replace',
      properties: [{ path: 'Engine', from: 'redis', to: 'valkey' }],
    },
    {
      logicalId: 'Database',
      type: 'AWS::RDS::DBInstance',
      action: 'change',
      properties: [
        { path: 'DBInstanceClass', from: 'db.t3.medium', to: 'db.t3.large' },
      ],
    },
  ],
  money: moneyAbove,
  wayBack: {
    verdict: 'impossible',
    reason:
      "Once 0004 ran, sha-1f0c2ab can't come back: it reads legacy_session, which is dropped.",
  },
  findings: [
    {
      rule: 'connection-budget',
      severity: 'warning',
      headline: '20 pods can use up all database connections',
      cause:
        'Each pod opens up to 30; together 600. db.t3.medium allows about 400.',
      nextSteps: [{ label: 'At most 10 pods' }],
    },
  ],
};

export const blockedPlan: Plan = {
  ...upgradePlan,
  digest: `sha256:${'0d'.repeat(32)}`,
  images: [],
  findings: [
    {
      rule: 'capacity',
      severity: 'info',
      headline: 'Pods need 1.5 GiB more; the nodes have 5.2 GiB free',
      cause: 'While both versions run, three more pods are there.',
      nextSteps: [],
    },
    {
      rule: 'several-heads',
      severity: 'blocker',
      headline: 'The database would have two heads: 0003 and 0003b',
      cause:
        'Alembic refuses to upgrade to "head" when there are two. Somebody has to merge them.',
      nextSteps: [
        { label: 'Open the repository', href: 'http://localhost:15080/sovd' },
        { label: 'Run alembic merge heads, then tag again' },
      ],
    },
  ],
};

/** Nothing moves: what runs is what was asked for. */
export const idlePlan: Plan = {
  ...upgradePlan,
  digest: `sha256:${'1d'.repeat(32)}`,
  toVersion: 'sha-1f0c2ab',
  request: { kind: 'upgrade', input: { version: oldImage.tag } },
  images: [],
  values: [],
  objects: [],
  database: { current: ['0002'], heads: ['0002'], pending: [], unreadable: [] },
  wayBack: { verdict: 'plain', reason: 'Nothing changes.' },
};

export const rollbackPlan: Plan = {
  ...upgradePlan,
  digest: `sha256:${'2d'.repeat(32)}`,
  request: { kind: 'rollback', input: { revision: 1 } },
  fromVersion: '2.5.0',
  toVersion: 'sha-1f0c2ab',
  images: [{ component: 'backend', from: newImage, to: oldImage }],
  database: { ...upgradePlan.database, current: ['0003'], heads: ['0002'] },
  wayBack: { verdict: 'plain', reason: '2.5.0 can run on this schema.' },
};

export const scalePlan: Plan = {
  ...idlePlan,
  digest: `sha256:${'3d'.repeat(32)}`,
  request: { kind: 'scale', input: { backendMin: 5, backendMax: 12 } },
  values: [
    { path: 'hpa.minReplicas', from: 3, to: 5 },
    { path: 'hpa.maxReplicas', from: 10, to: 12 },
  ],
  objects: [
    {
      kind: 'HorizontalPodAutoscaler',
      name: 'diagnostics-staging-backend',
      action: 'change',
      fields: [
        { path: 'spec.minReplicas', from: 3, to: 5 },
        { path: 'spec.maxReplicas', from: 10, to: 12 },
      ],
    },
  ],
};

export const restartPlan: Plan = {
  ...idlePlan,
  digest: `sha256:${'4d'.repeat(32)}`,
  request: { kind: 'restart', input: {} },
  objects: [
    {
      kind: 'Deployment',
      name: 'diagnostics-staging-backend',
      action: 'change',
      fields: [
        {
          path: 'spec.template.metadata.annotations.sovd.io/restarted-at',
          to: '2026-11-21T14:00:00.000Z',
        },
      ],
    },
  ],
};
