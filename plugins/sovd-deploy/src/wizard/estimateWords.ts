import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentCost,
  Estimate,
} from '@sovd/plugin-sovd-deploy-common';
import { budgetRoom, priceDate } from '../costs/costWords';

/** What the person's own answers do to the price of the defaults. */
export function estimateDifference(
  monthly: number,
  usual: number | undefined,
): string {
  const difference = usual === undefined ? 0 : Math.round(monthly - usual);
  if (difference === 0) return 'as by default';
  const amount = formatMoney(Math.abs(difference));
  return `${amount} ${difference > 0 ? 'more' : 'less'} than the defaults`;
}

/** The small print under an estimate. */
export const estimateFoot = {
  budget: (cost: EnvironmentCost) =>
    `${budgetRoom(cost)} ${
      cost.verdict === 'above' ? '' : 'of '
    }the budget of ${formatMoney(cost.budget)}`.replace('  ', ' '),

  peak: ({ peak }: Estimate) =>
    `Up to ${formatMoney(
      peak.monthly,
    )} with all nodes and three times the traffic, all month.`,

  prices: (estimate: Estimate) =>
    `Prices of ${priceDate(estimate)}, ${estimate.region}, on demand${
      estimate.approximate
        ? '; approximate, as a factor on those of us-east-1'
        : ''
    }. Without support plan and taxes.`,
};
