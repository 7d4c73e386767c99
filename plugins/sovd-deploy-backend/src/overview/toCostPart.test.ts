import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { toCostPart } from './toCostPart';

const now = '2026-11-21T10:00:00.000Z';

describe('toCostPart', () => {
  const estimator = new EnvironmentEstimator([testTarget]);

  it('sets the estimate against the budget, with the date of the prices', () => {
    const environment = proposeEnvironment({ monthlyBudgetUsd: 400 });
    expect(
      toCostPart(estimator.estimate(environment), environment, now),
    ).toMatchObject({
      state: 'value',
      value: { baseline: 437.59, budget: 400, verdict: 'above' },
      source: 'Price book of 2026-09-03',
      observedAt: now,
    });
  });

  it('is absent with a reason when a price is unknown', () => {
    const environment = { ...proposeEnvironment(), region: 'mars-1' };
    expect(
      toCostPart(estimator.estimate(environment), environment, now),
    ).toEqual({
      state: 'absent',
      headline: 'No estimate',
      reason: expect.stringMatching(/mars-1 \(Region\).+ its price\.$/),
    });
  });
});
