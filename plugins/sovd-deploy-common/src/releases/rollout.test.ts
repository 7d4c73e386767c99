import { rolloutPhaseSchema, rolloutSchema } from './rollout';

const workload = {
  name: 'backend',
  kind: 'Deployment',
  component: 'backend',
  version: '2.4.1',
  image: 'r:2.4.1',
  desired: 3,
  readyOld: 0,
  readyNew: 3,
  notReady: 0,
};
const rollout = {
  phase: 'succeeded',
  revision: 1,
  version: '2.4.1',
  workloads: [workload],
};

describe('rolloutSchema', () => {
  it.each([
    rollout,
    { ...rollout, workloads: [] },
    { ...rollout, workloads: [{ ...workload, cause: 'OOMKilled' }] },
  ])('takes %j as it is', given => {
    expect(rolloutSchema.parse(given)).toEqual(given);
  });

  it.each([
    ['a phase that nobody knows', { phase: 'green' }],
    ['a revision in text', { revision: '1' }],
    ['no list of workloads', { workloads: workload }],
    ['another kind', { workloads: [{ ...workload, kind: 'StatefulSet' }] }],
    ['a part of a pod', { workloads: [{ ...workload, readyNew: 1.5 }] }],
    ['an uncounted pod', { workloads: [{ ...workload, notReady: undefined }] }],
  ])('refuses %s', (_, wrong) => {
    expect(rolloutSchema.safeParse({ ...rollout, ...wrong }).success).toBe(
      false,
    );
  });

  it('tells phases apart from healths', () => {
    for (const health of ['healthy', 'degraded', 'unknown']) {
      expect(rolloutPhaseSchema.safeParse(health).success).toBe(false);
    }
  });
});
