import { toEnvironmentCost } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  EnvironmentCost,
  Part,
} from '@sovd/plugin-sovd-deploy-common';
import type { EstimateAnswer } from '../costs/EnvironmentEstimator';

/** The estimate against the budget. It is reckoned here and now, so it never gets stale. */
export function toCostPart(
  answer: EstimateAnswer,
  { answers }: Pick<Environment, 'answers'>,
  now: string,
): Part<EnvironmentCost> {
  if ('unknown' in answer) {
    return {
      state: 'absent',
      headline: 'No estimate',
      reason: `${answer.unknown}.`,
    };
  }
  const { estimate } = answer;
  return {
    state: 'value',
    value: toEnvironmentCost(estimate, answers.monthlyBudgetUsd),
    source: `Price book of ${estimate.pricesAsOf}`,
    observedAt: now,
  };
}
