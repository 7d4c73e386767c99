import type { EnvironmentCost } from './environmentCost';
import type { CostGroup, CostLine, Estimate } from './estimate';
import { exactDecimal } from './money';

/** Share of the budget from which on an estimate is near it. */
const NEAR = 0.9;

const labels: Record<CostGroup, string> = {
  cluster: 'Cluster',
  database: 'Database',
  cache: 'Cache',
  network: 'Network',
  operations: 'Operations',
};

/**
 * An estimate against a budget of US dollars a month. The baseline decides: a peak lasts
 * for hours, a budget for the month.
 *
 * @public
 */
export function toEnvironmentCost(
  { approximate, baseline, peak, pricesAsOf, region }: Estimate,
  budget: number,
): EnvironmentCost {
  return {
    baseline: baseline.monthly,
    peak: peak.monthly,
    budget,
    verdict: judge(baseline.monthly, budget),
    region,
    pricesAsOf,
    approximate,
    groups: toGroups(baseline.lines),
  };
}

function judge(monthly: number, budget: number): EnvironmentCost['verdict'] {
  if (monthly > budget) return 'above';
  return monthly >= exactDecimal(budget * NEAR) ? 'near' : 'within';
}

function toGroups(lines: readonly CostLine[]): EnvironmentCost['groups'] {
  const sums = new Map<CostGroup, number>();
  for (const { group, monthly } of lines) {
    sums.set(group, exactDecimal((sums.get(group) ?? 0) + monthly));
  }
  return [...sums]
    .map(([group, monthly]) => ({ label: labels[group], monthly }))
    .sort((one, other) => other.monthly - one.monthly);
}
