import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { toTarget } from '../environments/toTarget';
import { judgeReplicas } from './judgeReplicas';

const environment = proposeEnvironment();
const context = { targets: [toTarget(testTarget)] };
const rulesOf = (values: Parameters<typeof judgeReplicas>[1]) =>
  judgeReplicas(environment, values, context).map(({ rule }) => rule);

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
    environment,
    { backend: { replicaCount: 11 } },
    context,
  );
  expect(finding.nextSteps.length).toBeGreaterThan(0);
  expect(finding.nextSteps.every(step => !('set' in step))).toBe(true);
});

it('leaves what a release has nothing to do with to the form', () => {
  const answers = { ...environment.answers, kubernetesVersion: '1.20' };
  const values = { backend: { replicaCount: 3 } };
  expect(judgeReplicas({ answers }, values, context)).toEqual([]);
});

it('judges nothing that says no number', () => {
  expect(rulesOf({ backend: {} })).toEqual([]);
});
