import {
  formatCost,
  formatMoney,
  toMoneyPlan,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Environment,
  EnvironmentCost,
  Finding,
  MoneyPlan,
} from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { sourcePaths } from './sourcePaths';

/** What a change does to the estimate; without `money`, a finding says why. */
export interface PlannedMoney {
  money?: MoneyPlan;
  findings: Finding[];
}

/**
 * Prices an environment as it is and as it would be. A price decides nothing here: who may
 * apply a plan may spend its money, and the finding says so.
 *
 * @param answers - answers that stand when the change has succeeded
 */
export function planMoney(
  estimator: Pick<EnvironmentEstimator, 'estimate'>,
  environment: Environment,
  answers: Answers,
): PlannedMoney {
  const [from, to] = [
    estimator.estimate(environment),
    estimator.estimate({ ...environment, answers }),
  ];
  if ('unknown' in to) return { findings: [toUnknownPrice(to.unknown)] };
  if ('unknown' in from) return { findings: [toUnknownPrice(from.unknown)] };
  const money = toMoneyPlan(
    {
      estimate: from.estimate,
      budget: environment.answers.monthlyBudgetUsd,
    },
    { estimate: to.estimate, budget: answers.monthlyBudgetUsd },
  );
  return { money, findings: judgeBudget(environment, money.to) };
}

function toUnknownPrice(cause: string): Finding {
  return {
    rule: 'price-unknown',
    severity: 'warning',
    headline: 'Nobody can say what this costs',
    cause: `${cause}.`,
    nextSteps: [{ label: 'Have whoever runs the portal add what is missing' }],
  };
}

function judgeBudget(
  environment: Environment,
  cost: EnvironmentCost,
): Finding[] {
  if (cost.verdict !== 'above') return [];
  const over = cost.baseline - cost.budget;
  // a few cents too much mustn't read as nothing
  const excess = formatMoney(over, over < 1 ? 'cents' : 'dollars');
  return [
    {
      rule: 'budget',
      severity: 'warning',
      headline: `${excess} above the budget`,
      cause: `The estimate comes to ${formatCost(
        cost,
      )} a month. The portal asks nobody else for approval: whoever applies the plan answers for it.`,
      nextSteps: [
        { label: 'Agree on it with whoever owns the budget' },
        {
          label: `Or change the sizes, or monthlyBudgetUsd, in ${sourcePaths.answers(
            environment,
          )}`,
        },
      ],
    },
  ];
}
