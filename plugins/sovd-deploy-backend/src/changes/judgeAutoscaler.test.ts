import { judgeAutoscaler } from './judgeAutoscaler';

it.each([
  [{ hpa: { enabled: true } }, 3, 10, []],
  [{ hpa: { enabled: false } }, 4, 4, []],
  [{ hpa: { enabled: false } }, 3, 10, ['autoscaler-off']],
  [{}, 3, 10, []],
])('%j, between %d and %d: %j', (values, backendMin, backendMax, rules) => {
  const found = judgeAutoscaler({ backendMin, backendMax }, values);
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});
