import { answersSchema } from '../environments/answers';
import {
  environmentOverviewSchema,
  environmentSummarySchema,
  overviewSignalSchema,
} from './environmentOverview';

const absent = {
  state: 'absent',
  headline: 'Not deployed yet',
  reason: 'No release was ever rolled out.',
};
const overview = {
  environment: {
    id: '1',
    entityRef: 'resource:default/fleet-staging',
    name: 'fleet-staging',
    answers: answersSchema.parse({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    }),
    repositoryUrl: 'http://localhost:15930/sovd/fleet',
    region: 'us-east-1',
    accountId: '123456789012',
    cluster: 'embedded',
    namespace: 'fleet-staging',
    releaseName: 'fleet-staging',
    stackName: 'fleet-staging',
    createdBy: 'user:default/ann',
    createdAt: '2026-11-21T10:00:00.000Z',
  },
  health: 'unknown',
  headline: {
    rule: 'not-deployed',
    severity: 'warning',
    headline: 'Not deployed yet',
    cause: 'No release was ever rolled out.',
    nextSteps: [],
  },
  stack: absent,
  release: absent,
  rollout: absent,
  databaseMigration: absent,
  cost: absent,
  channel: 'random',
};
const summary = {
  entityRef: 'resource:default/fleet-staging',
  name: 'fleet-staging',
  application: 'fleet',
  owner: 'group:default/platform',
  tier: 'staging',
  target: 'sandbox',
  health: 'unknown',
  headline: 'Not deployed yet',
  rollout: 'Not deployed',
  database: 'Not deployed',
  stack: 'ready',
  cost: '$440 of $800',
};

describe('environmentOverviewSchema', () => {
  it('takes an overview whose parts have no value', () => {
    expect(environmentOverviewSchema.parse(overview)).toEqual(overview);
  });

  it.each(['stack', 'release', 'rollout', 'databaseMigration'])(
    'refuses a %s that belongs to another part',
    part => {
      const foreign = {
        state: 'value',
        value: { databaseHost: 'db' },
        source: 'Kubernetes',
        observedAt: '2026-11-21T10:00:00.000Z',
      };
      expect(
        environmentOverviewSchema.safeParse({ ...overview, [part]: foreign })
          .success,
      ).toBe(false);
    },
  );

  it.each([
    ['a phase as its health', { health: 'succeeded' }],
    ['no headline', { headline: undefined }],
    ['no channel', { channel: undefined }],
    ['a part that is left out', { rollout: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(
      environmentOverviewSchema.safeParse({ ...overview, ...wrong }).success,
    ).toBe(false);
  });
});

describe('environmentSummarySchema', () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ version: '2.4.1', observedAt: '2026-11-21T10:00:00Z' }, true],
    [{ observedAt: '03:05' }, false],
    [{ health: 'green' }, false],
    [{ rollout: { ready: 3 } }, false],
  ])('with %j: %p', (changes, expected) => {
    expect(
      environmentSummarySchema.safeParse({ ...summary, ...changes }).success,
    ).toBe(expected);
  });
});

describe('overviewSignalSchema', () => {
  it('carries a number and never the news itself', () => {
    expect(overviewSignalSchema.parse({ version: 7, overview })).toEqual({
      version: 7,
    });
    expect(overviewSignalSchema.safeParse({ version: '7' }).success).toBe(
      false,
    );
  });
});
