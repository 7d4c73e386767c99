import type { RolloutPhase, Workload } from '@sovd/plugin-sovd-deploy-common';
import { judgeRollout } from './judgeRollout';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { repository: 'r/fleet-backend', tag: 'v1', digest };
const release = { revision: 2, image };
const observedAt = '2026-11-21T10:00:00.000Z';
function observed(
  workload: Partial<Workload> = {},
  revision = 2,
  phase: RolloutPhase = 'succeeded',
) {
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
    phase,
    revision,
    version: 'v1',
    workloads: [backend],
  };
  return { value: { rollout }, observedAt };
}

describe('judgeRollout', () => {
  it('finds nothing missing when all is as wanted', () => {
    expect(judgeRollout(release, observed())).toBeUndefined();
  });

  it('does not ask other components for the image of the backend', () => {
    const other = observed({ component: 'frontend', image: 'r/other:v1' });
    expect(judgeRollout(release, other)).toBeUndefined();
  });

  it.each([
    [
      'a cluster that is not seen',
      { ...observed(), staleReason: 'connection refused' },
      "The cluster can't be seen: connection refused",
    ],
    [
      'no projection',
      { value: undefined, observedAt },
      'No workload has appeared yet',
    ],
    [
      'an old revision',
      observed({}, 1),
      'Workloads carry revision 1, not 2 yet',
    ],
    [
      'another image',
      observed({ image: 'r/fleet-backend:v0@sha256:b' }),
      `fleet-backend runs r/fleet-backend:v0@sha256:b, not ${digest} yet`,
    ],
    [
      'too few ready pods',
      observed({ readyNew: 1, notReady: 2, cause: 'ImagePullBackOff' }),
      'fleet-backend has 1 of 3 new pods ready: ImagePullBackOff',
    ],
    [
      'old pods that still run',
      observed({ readyOld: 1 }),
      'fleet-backend has 3 of 3 new pods ready',
    ],
    [
      'a rollout that Kubernetes has not finished',
      observed({}, 2, 'running'),
      'Kubernetes has not finished the rollout yet',
    ],
  ])('names %s', (_, observation, missing) => {
    expect(judgeRollout(release, observation)).toBe(missing);
  });
});
