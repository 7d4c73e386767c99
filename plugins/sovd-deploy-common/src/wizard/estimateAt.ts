import { estimateCost } from '../costs/estimateCost';
import type { PriceList } from '../costs/PriceList';
import { toEnvironmentCost } from '../costs/toEnvironmentCost';
import type { EnvironmentCost } from '../costs/environmentCost';
import type { Answers } from '../environments/answers';
import type { Target } from '../environments/target';

/**
 * What an environment would cost at its target, against its own budget.
 *
 * @throws UnknownPriceError when the price book lacks a price
 */
export function estimateAt(
  answers: Answers,
  target: Pick<Target, 'clusterMode' | 'region'>,
  priceBook: PriceList,
): EnvironmentCost {
  return toEnvironmentCost(
    estimateCost(answers, priceBook, target),
    answers.monthlyBudgetUsd,
  );
}
