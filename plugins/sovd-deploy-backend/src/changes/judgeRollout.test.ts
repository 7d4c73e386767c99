import type {
  Release,
  RolloutPhase,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import { judgeRollout } from './judgeRollout';

const digest = `sha256:${'a'.repeat(64)}`;
const release: Pick<Release, 'revision' | 'images'> = {
  revision: 2,
  images: [
    { component: 'backend', repository: 'r/fleet-backend', tag: 'v1', digest },
  ],
};
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
  it.each([
    [3, 3, 3, undefined],
    [4, 4, 3, 'fleet-backend has 3 pods, not 4 yet'],
    [3, 4, 3, 'fleet-backend is kept by no autoscaler, not 3 to 4 pods yet'],
  ])(
    'without an autoscaler, set to %d to %d, %d wanted: %s',
    (backendMin, backendMax, desired, missing) => {
      const seen = observed({ desired, readyNew: desired });
      const bounds = { backendMin, backendMax };
      expect(judgeRollout(release, bounds, seen)).toBe(missing);
    },
  );

  it('finds nothing missing when all is as wanted', () => {
    expect(judgeRollout(release, undefined, observed())).toBeUndefined();
  });

  const frontend = {
    component: 'frontend' as const,
    repository: 'r/fleet-frontend',
    tag: 'v1',
    digest: `sha256:${'f'.repeat(64)}`,
  };
  const both = { ...release, images: [...release.images, frontend] };
  const besides = (more: Partial<Workload>) => {
    const { value, ...rest } = observed();
    const [backend] = value.rollout.workloads;
    const image = `r/fleet-frontend:v1@${frontend.digest}`;
    const other = { ...backend, name: 'fleet-frontend', image, ...more };
    const workloads = [backend, { ...other, component: 'frontend' }];
    return { ...rest, value: { rollout: { ...value.rollout, workloads } } };
  };

  it('takes each component with its own image', () => {
    expect(judgeRollout(both, undefined, besides({}))).toBeUndefined();
  });

  it.each([
    [
      'another image',
      { image: 'r/fleet-frontend:v0@sha256:0' },
      'runs r/fleet',
    ],
    ['too few pods', { readyNew: 2 }, 'has 2 of 3 new pods ready'],
    ['an old pod', { readyOld: 1 }, 'has 3 of 3 new pods ready'],
  ])('waits for the second of two workloads with %s', (_, more, words) => {
    expect(judgeRollout(both, undefined, besides(more))).toContain(
      `fleet-frontend ${words}`,
    );
  });

  it.each([
    [
      'no autoscaler',
      undefined,
      'is kept by no autoscaler, not 3 to 8 pods yet',
    ],
    ['the former bounds', { min: 2, max: 8 }, 'is kept by 2 to 8, not 3 to 8'],
  ])('waits for the bounds of a scale with %s', (_, autoscaler, words) => {
    const bounds = { backendMin: 3, backendMax: 8 };
    const missing = judgeRollout(release, bounds, observed({ autoscaler }));
    expect(missing).toContain(words);
  });

  it('waits no longer when the autoscaler has the bounds of a scale', () => {
    const bounds = { backendMin: 3, backendMax: 8 };
    const autoscaler = { min: 3, max: 8 };
    expect(
      judgeRollout(release, bounds, observed({ autoscaler })),
    ).toBeUndefined();
  });

  it('waits until an autoscaler has reached its minimum', () => {
    const autoscaler = { min: 5, max: 8 };
    expect(judgeRollout(release, undefined, observed({ autoscaler }))).toBe(
      'fleet-backend has 3 pods; the autoscaler has to bring it to 5',
    );
  });

  it('waits for a component that has not come yet', () => {
    expect(judgeRollout(both, undefined, observed())).toBe(
      'No workload of frontend has appeared yet',
    );
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
    expect(judgeRollout(release, undefined, observation)).toBe(missing);
  });
});
