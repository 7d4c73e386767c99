import { planSchema } from '@sovd/plugin-sovd-deploy-common';

const commit = 'a81f3c2d4e5f60718293a4b5c6d7e8f901234567';
const oldCommit = '1f0c2ab94e7d53b86a0f1c2d3e4f5a6b7c8d9e0f';
const repository = 'registry.test/sovd/fleet-backend';
const digestOf = (hash: string) => `sha256:${hash}${'0'.repeat(24)}`;

const cost = {
  baseline: 439.99,
  peak: 583.12,
  budget: 800,
  verdict: 'within',
  region: 'us-east-1',
  pricesAsOf: '2026-09-03',
  approximate: false,
  groups: [{ label: 'Cluster', monthly: 269.608 }],
};

/** A new image, one setting, one revision that only adds, and no cloud resource. */
export const upgradePlan = planSchema.parse({
  digest: `sha256:${'b3'.repeat(32)}`,
  environmentRef: 'resource:default/fleet-staging',
  request: { kind: 'upgrade', input: { version: '2.5.0' } },
  commit,
  fromVersion: 'sha-1f0c2ab',
  toVersion: '2.5.0',
  images: [
    {
      component: 'backend',
      from: {
        repository,
        tag: `sha-${oldCommit}`,
        digest: digestOf(oldCommit),
      },
      to: { repository, tag: '2.5.0', digest: digestOf(commit) },
    },
  ],
  values: [{ path: 'config.logLevel', from: 'INFO', to: 'DEBUG' }],
  objects: [
    {
      kind: 'ConfigMap',
      name: 'fleet-staging-config',
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
        operations: ['add_column vehicle.note'],
      },
    ],
    unreadable: [],
  },
  infrastructure: [],
  money: { from: cost, to: cost, lines: [] },
  wayBack: { verdict: 'plain', reason: '0003 only adds.' },
  findings: [],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-01-01T00:30:00Z',
});
