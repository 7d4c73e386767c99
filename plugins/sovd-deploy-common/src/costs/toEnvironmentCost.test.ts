import { environmentCostSchema } from './environmentCost';
import type { CostGroup, Estimate } from './estimate';
import { toEnvironmentCost } from './toEnvironmentCost';

const line = (group: CostGroup, monthly: number) => ({
  id: `${group}-${monthly}`,
  group,
  label: group,
  note: '',
  unit: 'hour',
  quantity: 1,
  unitPrice: monthly,
  monthly,
  source: 'test',
});

const estimateOf = (monthly: number): Estimate => ({
  currency: 'USD',
  region: 'us-east-1',
  pricesAsOf: '2026-09-03',
  source: 'test',
  approximate: false,
  baseline: {
    monthly,
    lines: [line('cache', 5), line('cluster', 0.1), line('cluster', 80.2)],
  },
  peak: { monthly: monthly * 2, lines: [] },
});

describe('toEnvironmentCost', () => {
  it.each([
    [719.99, 'within'],
    [720, 'near'],
    [800, 'near'],
    [800.01, 'above'],
  ])('judges %d of 800 as %s', (monthly, verdict) => {
    expect(toEnvironmentCost(estimateOf(monthly), 800).verdict).toBe(verdict);
  });

  it('sums up the baseline by group, the largest first', () => {
    const cost = toEnvironmentCost(estimateOf(85.3), 800);
    expect(environmentCostSchema.parse(cost)).toEqual(cost);
    expect(cost).toEqual({
      baseline: 85.3,
      peak: 170.6,
      budget: 800,
      verdict: 'within',
      region: 'us-east-1',
      pricesAsOf: '2026-09-03',
      approximate: false,
      groups: [
        { label: 'Cluster', monthly: 80.3 },
        { label: 'Cache', monthly: 5 },
      ],
    });
  });
});
