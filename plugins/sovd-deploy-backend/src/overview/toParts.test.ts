import type { Release, Rollout, Stack } from '@sovd/plugin-sovd-deploy-common';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import {
  toDatabaseMigrationPart,
  toReleasePart,
  toRolloutPart,
  toStackPart,
} from './toParts';

const observedAt = '2026-11-21T10:00:00.000Z';
const now = '2026-11-21T12:00:00.000Z';
const stack: Stack = {
  engine: 'cloudformation',
  name: 'fleet-staging',
  phase: 'ready',
  providerStatus: 'CREATE_COMPLETE',
  region: 'us-east-1',
  accountId: '123456789012',
  resourceCount: 9,
  outputs: {},
};
const release: Release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit: 'a'.repeat(40),
  images: [
    {
      component: 'backend',
      repository: 'r',
      tag: '1',
      digest: `sha256:${'0'.repeat(64)}`,
    },
  ],
  deployedAt: observedAt,
};
const rollout: Rollout = {
  phase: 'succeeded',
  revision: 1,
  version: '1',
  workloads: [],
};
const run = (changes: Partial<MigrationRun> = {}): MigrationRun => ({
  job: 'migrate-1',
  uid: '1',
  phase: 'succeeded',
  finishedAt: '2026-11-20T08:00:00.000Z',
  report: { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 },
  ...changes,
});

describe('toStackPart', () => {
  const reading = { value: stack, observedAt, known: true };

  it('gives what was read', () => {
    expect(toStackPart(reading)).toStrictEqual({
      state: 'value',
      value: stack,
      source: 'CloudFormation',
      observedAt,
    });
  });

  it('keeps what was read before it could not be read', () => {
    expect(toStackPart({ ...reading, failure: 'Throttling' })).toMatchObject({
      state: 'value',
      value: stack,
      staleReason: 'Throttling',
    });
  });

  it('tells no stack from no answer', () => {
    const nothing = { ...reading, value: undefined };
    expect(toStackPart(nothing)).toMatchObject({ state: 'absent' });
    expect(toStackPart({ ...nothing, failure: 'Throttling' })).toMatchObject({
      state: 'error',
      reason: 'Throttling',
      observedAt,
    });
    expect(toStackPart({ ...nothing, known: false })).toMatchObject({
      state: 'error',
      reason: 'No answer',
    });
  });
});

describe('toReleasePart', () => {
  it('gives the record, or that there is none, or why it can not be read', () => {
    expect(toReleasePart({ value: release }, now)).toEqual({
      state: 'value',
      value: release,
      source: 'Portal',
      observedAt: now,
    });
    expect(toReleasePart({ value: undefined }, now)).toMatchObject({
      state: 'absent',
      headline: 'Not deployed yet',
    });
    expect(toReleasePart({ failure: 'disk full' }, now)).toEqual({
      state: 'error',
      reason: 'disk full',
      source: 'Portal',
      observedAt: now,
    });
  });
});

describe('toRolloutPart', () => {
  it.each([
    ['fresh', undefined],
    ['stale', 'demo-eu has not answered'],
  ])('gives a rollout that is %s', (_, staleReason) => {
    expect(
      toRolloutPart({ value: { rollout }, observedAt, staleReason }),
    ).toStrictEqual({
      state: 'value',
      value: rollout,
      source: 'Kubernetes',
      observedAt,
      ...(staleReason && { staleReason }),
    });
  });

  it('says that nothing is there only where it can see', () => {
    expect(toRolloutPart({ value: {}, observedAt })).toMatchObject({
      state: 'absent',
    });
    expect(
      toRolloutPart({ value: {}, observedAt, staleReason: 'silent' }),
    ).toMatchObject({ state: 'error', reason: 'silent' });
    expect(toRolloutPart({ value: undefined, observedAt })).toMatchObject({
      state: 'error',
      reason: 'Not read yet',
    });
  });
});

describe('toDatabaseMigrationPart', () => {
  const seen = (migrationJob?: MigrationRun, staleReason?: string) => ({
    value: { migrationJob },
    observedAt,
    ...(staleReason && { staleReason }),
  });

  it('gives the Job that can be seen, as old as what is seen', () => {
    expect(
      toDatabaseMigrationPart(seen(run()), { value: run({ uid: '0' }) }, now),
    ).toMatchObject({
      state: 'value',
      source: 'Kubernetes',
      observedAt,
      value: { job: 'migrate-1', atHead: true },
    });
  });

  it.each<[Partial<MigrationRun>, string]>([
    [{}, '2026-11-20T08:00:00.000Z'],
    [
      { finishedAt: undefined, startedAt: '2026-11-20T07:00:00.000Z' },
      '2026-11-20T07:00:00.000Z',
    ],
    [{ finishedAt: undefined }, now],
  ])('gives the kept run with %j as of %s', (changes, at) => {
    expect(
      toDatabaseMigrationPart(seen(), { value: run(changes) }, now),
    ).toMatchObject({ state: 'value', source: 'Portal', observedAt: at });
  });

  it.each<[MigrationRun['phase'], boolean]>([
    ['succeeded', false],
    ['failed', true],
    ['running', true],
  ])('calls a run that has %s stale with the watch: %p', (phase, stale) => {
    const part = toDatabaseMigrationPart(
      seen(run({ phase }), 'silent'),
      { value: undefined },
      now,
    );
    expect('staleReason' in part).toBe(stale);
  });

  it('shows the Job even when what was kept can not be read', () => {
    expect(
      toDatabaseMigrationPart(seen(run()), { failure: 'disk full' }, now),
    ).toMatchObject({ state: 'value', source: 'Kubernetes' });
  });

  it('says why it knows nothing', () => {
    expect(
      toDatabaseMigrationPart(seen(), { failure: 'disk full' }, now),
    ).toMatchObject({ state: 'error', source: 'Portal', reason: 'disk full' });
    expect(
      toDatabaseMigrationPart(
        seen(undefined, 'silent'),
        { value: undefined },
        now,
      ),
    ).toMatchObject({ state: 'error', source: 'Kubernetes', reason: 'silent' });
    expect(
      toDatabaseMigrationPart(seen(), { value: undefined }, now),
    ).toMatchObject({ state: 'absent', headline: 'No database migration yet' });
  });
});
