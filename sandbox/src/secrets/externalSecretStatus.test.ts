import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ExternalSecret } from './ExternalSecret.ts';
import { failedStatus, syncedStatus } from './externalSecretStatus.ts';

const now = new Date('2026-01-02T03:04:05.678Z');
const before = '2020-01-01T00:00:00Z';
const external = (status?: string): ExternalSecret => ({
  metadata: { generation: 3 },
  spec: {},
  ...(status && {
    status: {
      conditions: [{ type: 'Ready', status, lastTransitionTime: before }],
    },
  }),
});

test('a synced secret says when and which', () => {
  assert.deepEqual(syncedStatus(external(), 'keys', now), {
    refreshTime: '2026-01-02T03:04:05Z',
    syncedResourceVersion: '3',
    binding: { name: 'keys' },
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'SecretSynced',
        message: 'secret synced',
        lastTransitionTime: '2026-01-02T03:04:05Z',
      },
    ],
  });
});

test('a failure says why, and keeps when it was synced last', () => {
  const { conditions, ...rest } = failedStatus(external('True'), 'why', now);
  assert.deepEqual(rest, {});
  assert.deepEqual(
    [conditions[0].reason, conditions[0].message],
    ['SecretSyncedError', 'why'],
  );
});

test('the time of a condition moves with its status only', () => {
  const timeOf = (status: string) =>
    failedStatus(external(status), 'why', now).conditions[0].lastTransitionTime;
  assert.equal(timeOf('False'), before);
  assert.equal(timeOf('True'), '2026-01-02T03:04:05Z');
});
