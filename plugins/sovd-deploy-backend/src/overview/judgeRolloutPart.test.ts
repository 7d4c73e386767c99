import type { Part, Rollout, Workload } from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { countPods, judgeRolloutPart } from './judgeRolloutPart';
import type { OverviewFacts } from './OverviewFacts';

const observedAt = '2026-11-21T10:00:00.000Z';
const absent = {
  state: 'absent',
  headline: 'Not deployed yet',
  reason: 'No release was ever rolled out.',
} as const;
const workload = (changes: Partial<Workload> = {}): Workload => ({
  name: 'backend',
  kind: 'Deployment',
  component: 'backend',
  version: '2.5.0',
  image: 'r:2.5.0',
  desired: 3,
  readyOld: 0,
  readyNew: 3,
  notReady: 0,
  ...changes,
});
const rollout = (
  phase: Rollout['phase'],
  ...workloads: Workload[]
): Rollout => ({ phase, revision: 2, version: '2.5.0', workloads });
const seen = (value: Rollout, staleReason?: string): Part<Rollout> => ({
  state: 'value',
  value,
  source: 'Kubernetes',
  observedAt,
  ...(staleReason && { staleReason }),
});
const deployed = (tag: string): OverviewFacts['release'] => ({
  state: 'value',
  source: 'Portal',
  observedAt,
  value: {
    name: 'fleet-staging',
    namespace: 'fleet-staging',
    revision: 1,
    chartVersion: '0.1.0',
    commit: 'a'.repeat(40),
    images: [
      {
        component: 'backend',
        repository: 'r',
        tag,
        digest: `sha256:${'0'.repeat(64)}`,
      },
    ],
    deployedAt: observedAt,
  },
});
const judge = (
  part: Part<Rollout>,
  release: OverviewFacts['release'] = absent,
) =>
  judgeRolloutPart({
    environment: testEnvironment('fleet'),
    stack: absent,
    databaseMigration: absent,
    release,
    rollout: part,
  });

describe('judgeRolloutPart', () => {
  it.each<[string, Part<Rollout>, string, string, string]>([
    [
      'the cluster was never reached',
      { state: 'error', reason: 'timeout', source: 'Kubernetes', observedAt },
      'unknown',
      "The cluster sandbox can't be reached",
      'timeout',
    ],
    [
      'one may not see it',
      { state: 'forbidden', permission: 'read', askWhom: 'platform' },
      'unknown',
      'You may not see this',
      'You need the permission read. platform can give it.',
    ],
    [
      'there is none',
      absent,
      'unknown',
      'Not deployed yet',
      'No release was ever rolled out.',
    ],
    [
      'all pods run',
      seen(
        rollout('succeeded', workload(), workload({ desired: 2, readyNew: 2 })),
      ),
      'healthy',
      'Runs 2.5.0; all 5 pods are ready',
      'Revision 2.',
    ],
    [
      'it is under way',
      seen(rollout('running', workload({ readyOld: 1, readyNew: 1 }))),
      'progressing',
      '2.5.0 rolls out; 2 of 3 pods are ready',
      'Revision 2.',
    ],
    [
      'it has not begun',
      seen(rollout('pending', workload({ readyNew: 0 }))),
      'progressing',
      '2.5.0 rolls out; 0 of 3 pods are ready',
      'Revision 2.',
    ],
    [
      'it is held',
      seen(rollout('paused', workload({ readyNew: 1 }))),
      'progressing',
      '2.5.0 is held; 1 of 3 pods are ready',
      'Revision 2.',
    ],
    [
      'it failed for no cause that a pod tells',
      seen(rollout('failed', workload({ readyNew: 1 }))),
      'degraded',
      'The rollout of 2.5.0 failed',
      '1 of 3 pods are ready.',
    ],
    [
      'it was aborted',
      seen(rollout('aborted', workload({ readyOld: 3, readyNew: 0 }))),
      'degraded',
      'The rollout of 2.5.0 aborted',
      '3 of 3 pods are ready.',
    ],
    [
      'a pod fails in a rollout that succeeded',
      seen(
        rollout(
          'succeeded',
          workload({ readyNew: 2, notReady: 1, cause: 'OOMKilled' }),
        ),
      ),
      'degraded',
      "1 of 3 backend pods of 2.5.0 don't run",
      'OOMKilled. 2 of 3 pods are ready.',
    ],
    [
      'no pod serves',
      seen(rollout('failed', workload({ readyNew: 0, cause: 'ErrImagePull' }))),
      'degraded',
      "Backend pods of 2.5.0 can't start; no pod serves customers",
      'ErrImagePull. 0 of 3 pods are ready.',
    ],
    [
      'the second workload fails',
      seen(
        rollout(
          'failed',
          workload(),
          workload({ component: 'worker', readyNew: 0, cause: 'Evicted' }),
        ),
      ),
      'degraded',
      "Worker pods of 2.5.0 can't start; no pod serves customers",
      'Evicted. 0 of 3 pods are ready.',
    ],
  ])('says what is true when %s', (_, part, health, headline, cause) => {
    const judged = judge(part);
    expect(judged.headline).toMatchObject({ headline, cause });
    expect(judged.health).toBe(health);
  });

  it.each<[string, OverviewFacts['release'], string]>([
    ['the portal recorded', deployed('2.4.1'), '2.4.1'],
    [
      'is a commit',
      deployed(`sha-${'1f0c2ab'.padEnd(40, '0')}`),
      'sha-1f0c2ab',
    ],
    ['nobody recorded', absent, 'the version before'],
    // The record is already of the version that can't start.
    ['is not the one recorded', deployed('2.5.0'), 'the version before'],
  ])(
    'names the version that still serves when it %s',
    (_, release, version) => {
      const { headline } = judge(
        seen(
          rollout('failed', workload({ readyOld: 3, readyNew: 0, cause: 'X' })),
        ),
        release,
      );
      expect(headline.headline).toBe(
        `New backend pods can't start; customers are still served by ${version}`,
      );
    },
  );

  it.each<[Rollout['phase'], string]>([
    ['succeeded', 'healthy'],
    ['failed', 'failed'],
    ['running', 'running'],
  ])('never says that a %s rollout it can not see is so now', (phase, word) => {
    const failing = workload({ readyNew: 0, cause: 'OOMKilled' });
    expect(
      judge(seen(rollout(phase, failing), 'demo-eu is silent')),
    ).toMatchObject({
      health: 'unknown',
      headline: {
        rule: 'rollout-stale',
        headline: `State unknown. Last seen ${word}.`,
        cause: 'demo-eu is silent',
      },
    });
  });
});

describe('countPods', () => {
  it('counts ready pods of either version, over all workloads', () => {
    expect(
      countPods(
        rollout(
          'running',
          workload({ readyOld: 2, readyNew: 1, notReady: 4 }),
          workload({ desired: 1, readyNew: 0 }),
        ),
      ),
    ).toEqual({ ready: 3, desired: 4 });
    expect(countPods(rollout('pending'))).toEqual({ ready: 0, desired: 0 });
  });
});
