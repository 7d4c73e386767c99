import { testImage } from '../__testUtils__/testRepository';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { blocker } from './blocker';
import { finishPlan, refusePlan } from './finishPlan';
import type { PlanStart } from './finishPlan';

const head = 'f'.repeat(40);
const finding = blocker('version-unknown', 'No image', 'None', 'Choose');
const start: PlanStart = {
  environment: proposeEnvironment(),
  request: { kind: 'upgrade', input: { version: 'v9' } },
  current: {
    images: [testImage('v1')],
    running: { revision: 1, chartVersion: '0.1.0', values: {}, objects: [] },
  },
  refs: { head, tags: new Map() },
  stack: undefined,
  estimator: new EnvironmentEstimator([testTarget]),
  findings: [],
  plannedAt: '2026-11-21T10:00:00.000Z',
  signal: new AbortController().signal,
};

it('refuses a request with nothing but its reason', () => {
  const { plan, work } = refusePlan(start, [finding]);
  expect(plan).toMatchObject({
    fromVersion: 'v1',
    toVersion: 'v9',
    images: [],
    objects: [],
    findings: [finding],
  });
  expect(plan.money).toMatchObject({ lines: [], to: { baseline: 437.59 } });
  expect(work).toMatchObject({ images: [testImage('v1')], migrate: false });
});

it('says that nothing would change, unless something else stands in the way', () => {
  const { work } = refusePlan(start, [finding]);
  const resolved = { work, version: 'v1', findings: [] };
  const rules = (found: Parameters<typeof finishPlan>[2]) =>
    finishPlan(start, resolved, found).plan.findings.map(({ rule }) => rule);
  expect(rules({})).toEqual(['nothing-to-do']);
  expect(rules({ findings: [finding] })).toEqual(['version-unknown']);
});
