import type {
  Change,
  DatabaseMigration,
  Release,
  Rollout,
  Stack,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import type { OverviewFacts } from './OverviewFacts';
import { toHeadline } from './toHeadline';

const observedAt = '2026-11-21T10:00:00.000Z';
const value = <T>(content: T, staleReason?: string) => ({
  state: 'value' as const,
  value: content,
  source: 'test',
  observedAt,
  ...(staleReason && { staleReason }),
});
const error = (reason: string) => ({
  state: 'error' as const,
  reason,
  source: 'test',
  observedAt,
});
const absent = {
  state: 'absent' as const,
  headline: 'Not deployed yet',
  reason: 'No release was ever rolled out.',
};
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
      tag: '2.4.1',
      digest: `sha256:${'0'.repeat(64)}`,
    },
  ],
  deployedAt: observedAt,
};
const workload = {
  name: 'backend',
  kind: 'Deployment' as const,
  component: 'backend',
  version: '2.4.1',
  image: 'r:2.4.1',
  desired: 3,
  readyOld: 0,
  readyNew: 3,
  notReady: 0,
};
const rollout: Rollout = {
  phase: 'succeeded',
  revision: 1,
  version: '2.4.1',
  workloads: [workload],
};
const rolling = (changes: Partial<Workload>) => ({
  phase: 'running' as const,
  revision: 2,
  version: '2.5.0',
  workloads: [{ ...workload, version: '2.5.0', ...changes }],
});
const database: DatabaseMigration = {
  phase: 'succeeded',
  current: ['0042'],
  heads: ['0042'],
  applied: [],
  atHead: true,
  job: 'migrate-1',
};
const change: Change = {
  id: 'c1',
  environmentRef: 'resource:default/fleet-staging',
  kind: 'create',
  phase: 'running',
  stages: [
    { name: 'stack', phase: 'running', summary: 'CloudFormation plans' },
  ],
  requestedBy: 'user:default/guest',
  createdAt: observedAt,
};
const facts = (changes: Partial<OverviewFacts> = {}): OverviewFacts => ({
  environment: testEnvironment('fleet'),
  stack: value(stack),
  release: value(release),
  rollout: value(rollout),
  databaseMigration: value(database),
  ...changes,
});
const nothing = { release: absent, rollout: absent, databaseMigration: absent };
const failed = {
  ...change,
  phase: 'failed' as const,
  finding: {
    rule: 'stack-failed',
    severity: 'blocker' as const,
    headline: 'Stack fleet-staging failed',
    cause: 'Database (AWS::RDS::DBInstance): quota',
    nextSteps: [{ label: 'Ask for more' }],
  },
};

const upgrade: Change = { ...change, kind: 'upgrade', version: '2.5.0' };

describe('toHeadline', () => {
  it.each<[string, OverviewFacts, string, string, string]>([
    [
      'all is well',
      facts({ change: { ...change, phase: 'succeeded' } }),
      'healthy',
      'Runs 2.4.1; all 3 pods are ready',
      'Revision 1.',
    ],
    [
      'new pods crash and old ones serve',
      facts({
        rollout: value(
          rolling({
            readyOld: 3,
            readyNew: 0,
            notReady: 1,
            cause: "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (3 restarts)",
          }),
        ),
      }),
      'degraded',
      "New backend pods can't start; customers are still served by 2.4.1",
      "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (3 restarts). 3 of 3 pods are ready.",
    ],
    [
      'nothing serves',
      facts({
        rollout: value(
          rolling({ readyNew: 0, notReady: 3, cause: 'ErrImagePull: no' }),
        ),
      }),
      'degraded',
      "Backend pods of 2.5.0 can't start; no pod serves customers",
      'ErrImagePull: no. 0 of 3 pods are ready.',
    ],
    [
      'one of the pods fails',
      facts({
        rollout: value(
          rolling({ readyNew: 2, notReady: 1, cause: 'OOMKilled' }),
        ),
      }),
      'degraded',
      "1 of 3 backend pods of 2.5.0 don't run",
      'OOMKilled. 2 of 3 pods are ready.',
    ],
    [
      'a migration stopped before any pod changed',
      facts({
        databaseMigration: value({
          ...database,
          phase: 'failed',
          revision: '0043',
          cause: 'LockNotAvailableError',
          atHead: false,
        }),
      }),
      'degraded',
      'Database migration 0043 stopped; 2.4.1 still runs',
      'LockNotAvailableError. The schema stands at 0042.',
    ],
    [
      'the watch is down',
      facts({
        rollout: value(rollout, 'demo-eu has not answered since 03:05'),
      }),
      'unknown',
      'State unknown. Last seen healthy.',
      'demo-eu has not answered since 03:05',
    ],
    [
      'the cluster was never reached',
      facts({ rollout: error('timeout after 10 s') }),
      'unknown',
      "The cluster sandbox can't be reached",
      'timeout after 10 s',
    ],
    [
      'the cloud does not answer',
      facts({ stack: value(stack, 'Throttling') }),
      'unknown',
      'The state of the cloud stack is unknown',
      'Throttling',
    ],
    [
      'a stack update went back',
      facts({ stack: value({ ...stack, cause: 'Database: locked' }) }),
      'degraded',
      'Stack update went back',
      'Database: locked',
    ],
    [
      'it rolls out',
      facts({ rollout: value(rolling({ readyOld: 1, readyNew: 1 })) }),
      'progressing',
      '2.5.0 rolls out; 2 of 3 pods are ready',
      'Revision 2.',
    ],
    [
      'it is being made',
      facts({ ...nothing, stack: absent, change }),
      'progressing',
      'fleet-staging is being created',
      'CloudFormation plans',
    ],
    [
      'its making failed',
      facts({ ...nothing, change: failed }),
      'degraded',
      'Stack fleet-staging failed',
      'Database (AWS::RDS::DBInstance): quota',
    ],
    [
      'a later change failed and customers noticed nothing',
      facts({ change: failed }),
      'degraded',
      'Stack fleet-staging failed; customers are still served by 2.4.1',
      'Database (AWS::RDS::DBInstance): quota',
    ],
    [
      'a pod of the new version says why',
      facts({
        rollout: value(
          rolling({
            readyOld: 3,
            readyNew: 0,
            notReady: 1,
            cause: 'CrashLoopBackOff: no db',
            causePod: 'backend-7d-x',
          }),
        ),
      }),
      'degraded',
      "New backend pods can't start; customers are still served by 2.4.1",
      'Pod backend-7d-x: CrashLoopBackOff: no db. 3 of 3 pods are ready.',
    ],
    [
      'a migration was refused by the database',
      facts({
        databaseMigration: value({
          ...database,
          phase: 'failed',
          revision: '0043',
          cause: 'UndefinedTableError: no such table',
          sqlState: '42P01',
          atHead: false,
        }),
      }),
      'degraded',
      'Database migration 0043 stopped; 2.4.1 still runs',
      'UndefinedTableError: no such table (SQLSTATE 42P01). The schema stands at 0042.',
    ],
    [
      'an upgrade goes on',
      facts({ change: upgrade }),
      'progressing',
      'fleet-staging is being upgraded to 2.5.0',
      'CloudFormation plans',
    ],
    [
      'an upgrade tries again what failed before',
      facts({
        change: upgrade,
        databaseMigration: value({
          ...database,
          phase: 'failed',
          startedAt: '2026-11-21T09:00:00.000Z',
          atHead: false,
        }),
      }),
      'progressing',
      'The database migration is yet to run',
      'The schema stands at 0042.',
    ],
    [
      'an upgrade is being stopped',
      facts({
        change: {
          ...upgrade,
          abort: { requestedBy: 'user:default/a', requestedAt: observedAt },
        },
      }),
      'progressing',
      'The upgrade change is being taken back',
      'CloudFormation plans',
    ],
    [
      'a stopped upgrade was taken back',
      facts({ change: { ...upgrade, phase: 'aborted' } }),
      'healthy',
      'Runs 2.4.1; all 3 pods are ready',
      'Revision 1.',
    ],
    [
      'a failed release has said already who serves',
      facts({
        change: {
          ...failed,
          finding: {
            ...failed.finding,
            headline:
              "New backend pods can't start; customers are still served by 2.4.1",
          },
        },
      }),
      'degraded',
      "New backend pods can't start; customers are still served by 2.4.1",
      'Database (AWS::RDS::DBInstance): quota',
    ],
    [
      'nothing was ever deployed',
      facts(nothing),
      'unknown',
      'Not deployed yet',
      'The cloud stack stands; no release was ever rolled out.',
    ],
  ])('says what matters when %s', (_, given, health, headline, cause) => {
    const result = toHeadline(given);
    expect(result.headline).toMatchObject({ headline, cause });
    expect(result.health).toBe(health);
  });

  it.each(['stack', 'rollout', 'databaseMigration'] as const)(
    'is never healthy while the %s can not be asked',
    part => {
      expect(toHeadline(facts({ [part]: error('no answer') })).health).toBe(
        'unknown',
      );
    },
  );
});
