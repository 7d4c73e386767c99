import {
  environmentSummarySchema,
  type EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { toSummary } from './toSummary';

const observedAt = '2026-11-21T10:00:00.000Z';
const seen = { source: 'test', observedAt };
const migration = {
  phase: 'succeeded' as const,
  current: ['0042'],
  heads: ['0042'],
  applied: [],
  atHead: true,
  job: 'migrate-1',
};
const absent = {
  state: 'absent' as const,
  headline: 'Not deployed yet',
  reason: 'Never.',
};
const overview: EnvironmentOverview = {
  environment: testEnvironment('fleet'),
  health: 'unknown',
  headline: {
    rule: 'r',
    severity: 'info',
    headline: 'Not deployed yet',
    cause: 'c',
    nextSteps: [],
  },
  stack: absent,
  release: absent,
  rollout: absent,
  databaseMigration: absent,
  cost: {
    state: 'value',
    value: {
      baseline: 439.99,
      peak: 621.22,
      budget: 800,
      verdict: 'within',
      region: 'us-east-1',
      pricesAsOf: '2026-09-03',
      approximate: false,
      groups: [],
    },
    ...seen,
  },
  channel: 'x',
};
const databaseOf = (changes: Partial<typeof migration> | object) =>
  toSummary({
    ...overview,
    databaseMigration: {
      state: 'value',
      value: { ...migration, ...changes },
      ...seen,
    },
  }).database;

describe('toSummary', () => {
  it('gives what is absent its own words, and no age', () => {
    const summary = toSummary(overview);
    expect(environmentSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      name: 'fleet-staging',
      owner: 'group:default/platform',
      rollout: 'Not deployed yet',
      stack: 'Not deployed yet',
      application: 'fleet',
      cost: '$440 of $800',
    });
    expect(summary.observedAt).toBeUndefined();
    expect(summary.version).toBeUndefined();
  });

  it('gives no figure where there is no estimate', () => {
    const cost = { ...absent, headline: 'No estimate' };
    expect(toSummary({ ...overview, cost }).cost).toBe('No estimate');
  });

  it('tells what is unknown from what may not be seen', () => {
    expect(
      toSummary({
        ...overview,
        rollout: { state: 'error', reason: 'timeout', ...seen },
        stack: { state: 'forbidden', permission: 'p', askWhom: 'w' },
      }),
    ).toMatchObject({ rollout: 'Unknown', stack: 'Not allowed', observedAt });
  });

  it.each([
    ['at head 0042', {}],
    ['behind, at 0041', { current: ['0041'], atHead: false }],
    ['failed, at 0042', { phase: 'failed' }],
    ['running, at no revision', { phase: 'running', current: [] }],
  ])('says of the database that it is %s', (words, changes) => {
    expect(databaseOf(changes)).toBe(words);
  });
});
