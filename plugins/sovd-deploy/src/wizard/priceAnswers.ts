import {
  answersShape,
  estimateCost,
  priceBook,
  toEnvironmentCost,
  UnknownPriceError,
} from '@sovd/plugin-sovd-deploy-common';
import type { Estimate, Target } from '@sovd/plugin-sovd-deploy-common';
import { defaultAnswers } from './defaultAnswers';
import { readAnswers } from './readAnswers';
import type { ShownEstimate } from './ShownEstimate';
import { labelOf } from './steps';

function estimateAt(
  input: Readonly<Record<string, unknown>>,
  target: Target,
): Estimate | UnknownPriceError | { fields: string[] } {
  const read = readAnswers(input);
  if ('fields' in read) return read;
  try {
    return estimateCost(read.answers, priceBook, target);
  } catch (error) {
    if (error instanceof UnknownPriceError) return error;
    throw error;
  }
}

/** US dollars a month, where they can be known. */
export function monthlyOf(
  input: Readonly<Record<string, unknown>>,
  target: Target | undefined,
): number | undefined {
  const estimate = target && estimateAt(input, target);
  return estimate && 'baseline' in estimate
    ? estimate.baseline.monthly
    : undefined;
}

/** What the answers would cost at a target, and what its defaults would. */
export function priceAnswers(
  input: Readonly<Record<string, unknown>>,
  target: Target | undefined,
): ShownEstimate {
  if (!target) {
    return {
      state: 'unknown',
      headline: 'Unknown without a target',
      cause: 'Prices are those of its region.',
    };
  }
  const estimate = estimateAt(input, target);
  if ('fields' in estimate) {
    return {
      state: 'unknown',
      headline: 'Unknown for now',
      cause: `It needs another answer for: ${estimate.fields
        .map(labelOf)
        .join(', ')}.`,
    };
  }
  if (estimate instanceof UnknownPriceError) {
    return {
      state: 'unknown',
      headline: `Unknown price: ${estimate.which}`,
      cause: `${estimate.message}.`,
    };
  }
  const tier = input.tier === 'production' ? 'production' : 'staging';
  const budget = answersShape.shape.monthlyBudgetUsd.safeParse(
    input.monthlyBudgetUsd,
  );
  return {
    state: 'known',
    estimate,
    usual: monthlyOf(defaultAnswers(tier, target), target),
    cost: budget.success ? toEnvironmentCost(estimate, budget.data) : undefined,
  };
}
