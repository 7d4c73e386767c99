import type { Workload } from '@sovd/plugin-sovd-deploy-common';
import { judgeRollout } from './judgeRollout';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { repository: 'r/fleet-backend', tag: 'v1', digest };
const release = { revision: 2, image };
const observedAt = '2026-11-21T10:00:00.000Z';
const report = {
  current: ['0002', '0001'],
  heads: ['0001', '0002'],
  applied: [],
  durationMs: 1,
};

function observed(workload: Partial<Workload> = {}, revision = 2) {
  const backend: Workload = {
    name: 'fleet-backend',
    kind: 'Deployment',
    component: 'backend',
    version: 'v1',
    image: `r/fleet-backend:v1@${digest}`,
    desired: 3,
    readyOld: 0,
    readyNew: 3,
    notReady: 0,
    ...workload,
  };
  const rollout = {
    phase: 'succeeded' as const,
    revision,
    version: 'v1',
    workloads: [backend],
  };
  return { value: { rollout }, observedAt };
}

describe('judgeRollout', () => {
  it('finds nothing missing when all is as wanted', () => {
    expect(judgeRollout(release, observed(), report)).toBeUndefined();
  });

  it('does not ask other components for the image of the backend', () => {
    const other = observed({ component: 'frontend', image: 'r/other:v1' });
    expect(judgeRollout(release, other, report)).toBeUndefined();
  });

  it.each([
    [
      'a cluster that is not seen',
      { ...observed(), staleReason: 'connection refused' },
      report,
      "The cluster can't be seen: connection refused",
    ],
    [
      'no projection',
      { value: undefined, observedAt },
      report,
      'No workload has appeared yet',
    ],
    [
      'an old revision',
      observed({}, 1),
      report,
      'Workloads carry revision 1, not 2 yet',
    ],
    [
      'another image',
      observed({ image: 'r/fleet-backend:v0@sha256:b' }),
      report,
      `fleet-backend runs r/fleet-backend:v0@sha256:b, not ${digest} yet`,
    ],
    [
      'too few ready pods',
      observed({ readyNew: 1, notReady: 2, cause: 'ImagePullBackOff' }),
      report,
      'fleet-backend has 1 of 3 new pods ready: ImagePullBackOff',
    ],
    [
      'old pods that still run',
      observed({ readyOld: 1 }),
      report,
      'fleet-backend has 3 of 3 new pods ready',
    ],
    [
      'no migration report',
      observed(),
      undefined,
      'The database migration has not reported yet',
    ],
    [
      'a database behind head',
      observed(),
      { ...report, current: [] },
      'The database is at no revision, not at 0001, 0002',
    ],
    [
      'a migration with an error',
      observed(),
      { ...report, error: 'deadlock' },
      'The database is at 0002, 0001, not at 0001, 0002',
    ],
  ])('names %s', (_, observation, lastReport, missing) => {
    expect(judgeRollout(release, observation, lastReport)).toBe(missing);
  });
});
