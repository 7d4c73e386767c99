import { proposeEnvironment } from '../__testUtils__/testTarget';
import { judgeReplicas } from './judgeReplicas';

const environment = proposeEnvironment({ backendReplicas: 1 });

it.each([
  [10, []],
  [11, [{ rule: 'connection-budget', severity: 'blocker' }]],
])('%d pods: %j', (replicaCount, findings) => {
  const values = { backend: { replicaCount } };
  expect(judgeReplicas(environment, values)).toMatchObject(findings);
});

it('leaves the number to an autoscaler that owns it', () => {
  expect(judgeReplicas(environment, { backend: {} })).toEqual([]);
});
