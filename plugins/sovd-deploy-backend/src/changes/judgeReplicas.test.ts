import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { toTarget } from '../environments/toTarget';
import { judgeReplicas } from './judgeReplicas';

const { answers } = proposeEnvironment();
const target = toTarget(testTarget);
const context = { target, targets: [target] };
const rulesOf = (values: Parameters<typeof judgeReplicas>[1]) =>
  judgeReplicas(answers, values, [], context).map(({ rule }) => rule);

it.each([
  [10, []],
  [11, ['connection-budget']],
])('%d pods that nobody scales: %j', (replicaCount, rules) => {
  expect(rulesOf({ backend: { replicaCount } })).toEqual(rules);
});

it.each([
  [{ enabled: true, minReplicas: 3, maxReplicas: 10 }, []],
  [{ enabled: true, minReplicas: 3, maxReplicas: 11 }, ['connection-budget']],
  [{ enabled: true, minReplicas: 6, maxReplicas: 4 }, ['backend-range']],
  [{ enabled: false, minReplicas: 3, maxReplicas: 11 }, []],
])('judges what an autoscaler may ask for: %j', (hpa, rules) => {
  expect(rulesOf({ backend: { replicaCount: 3 }, hpa })).toEqual(rules);
});

it('offers no answers to fill in, as a form does', () => {
  const [finding] = judgeReplicas(
    answers,
    { backend: { replicaCount: 11 } },
    [],
    context,
  );
  expect(finding.nextSteps.length).toBeGreaterThan(0);
  expect(finding.nextSteps.every(step => !('set' in step))).toBe(true);
});

it('leaves what a release has nothing to do with to the form', () => {
  const old = { ...answers, kubernetesVersion: '1.20' };
  const values = { backend: { replicaCount: 3 } };
  expect(judgeReplicas(old, values, [], context)).toEqual([]);
});

it('judges nothing that says no number', () => {
  expect(rulesOf({ backend: {} })).toEqual([]);
});

describe('connections of ten pods', () => {
  const hpa = { enabled: true, minReplicas: 3, maxReplicas: 10 };
  const refused = ['connection-budget'];

  it.each([
    ['a larger pool', { config: { database: { poolSize: 40 } } }, refused],
    // more than the form offers
    ['a huge pool', { config: { database: { poolSize: 200 } } }, refused],
    ['more overflow', { config: { database: { maxOverflow: 11 } } }, refused],
    ['two workers', { backend: { workers: 2 } }, refused],
    ['a canary', { rollout: { strategy: 'canary' } }, refused],
    [
      'a small database',
      { config: { database: { maxConnections: 400 } } },
      refused,
    ],
    [
      'a larger pool of a larger database',
      { config: { database: { poolSize: 40, maxConnections: 901 } } },
      [],
    ],
    ['a smaller pool', { config: { database: { poolSize: 5 } } }, []],
  ])('%s: %j', (_what, values, rules) => {
    expect(rulesOf({ hpa, ...values })).toEqual(rules);
  });

  it('goes by the answers where the stack will change what the database allows', () => {
    const values = { hpa, config: { database: { maxConnections: 400 } } };
    const open = ['databaseMaxConnections'];
    expect(judgeReplicas(answers, values, open, context)).toEqual([]);
  });
});
