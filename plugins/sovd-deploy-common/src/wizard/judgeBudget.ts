import type { PriceList } from '../costs/PriceList';
import { UnknownPriceError } from '../costs/UnknownPriceError';
import type { EnvironmentCost } from '../costs/environmentCost';
import { formatMoney } from '../costs/formatMoney';
import type { Answers } from '../environments/answers';
import { budgetAnswers } from '../environments/budgetAnswers';
import type { JudgeContext } from '../environments/JudgeContext';
import type { Target } from '../environments/target';
import type { Finding, NextStep } from '../finding';
import { estimateAt } from './estimateAt';
import { savings } from './savings';

/** Budgets are proposed in steps of so many US dollars. */
const BUDGET_STEP = 50;

const fields = [
  'monthlyBudgetUsd',
  'nodeInstanceType',
  'nodesDesired',
  'natMode',
  'databaseClass',
  'multiAz',
  'cacheEngine',
  'cacheNodeType',
  'cacheNodes',
];

/** The least round budget that leaves room; none when no budget may be that high. */
function higherBudget({ baseline }: EnvironmentCost): NextStep[] {
  const monthlyBudgetUsd =
    (Math.floor(baseline / 0.9 / BUDGET_STEP) + 1) * BUDGET_STEP;
  if (!budgetAnswers.monthlyBudgetUsd.safeParse(monthlyBudgetUsd).success) {
    return [];
  }
  const label = `A budget of ${formatMoney(monthlyBudgetUsd)}`;
  return [{ label, set: { monthlyBudgetUsd } }];
}

function above({ baseline, budget }: EnvironmentCost) {
  return {
    rule: 'budget',
    severity: 'warning',
    headline: `${formatMoney(Math.ceil(baseline - budget))} above the budget`,
    cause: `The estimate is ${formatMoney(
      Math.ceil(baseline),
    )} a month, the budget ${formatMoney(
      budget,
    )}. The portal asks nobody else for approval: whoever creates it answers for it.`,
  } as const;
}

function near({ baseline, budget }: EnvironmentCost) {
  return {
    rule: 'budget-near',
    severity: 'info',
    headline: `${formatMoney(budget - baseline)} are left of the budget`,
    cause: `The estimate is ${formatMoney(baseline)} a month, ${Math.round(
      (baseline / budget) * 100,
    )} % of the budget of ${formatMoney(
      budget,
    )}; more traffic than estimated could pass it.`,
  } as const;
}

function unknownPrice({ what, which, message }: UnknownPriceError): Finding {
  return {
    rule: 'price-unknown',
    // its repository could get no estimate either
    severity: 'blocker',
    headline: `Nobody can say what it costs: no price of ${which}`,
    cause: `${message}.`,
    nextSteps: [{ label: `Have a price of ${which} added (${what})` }],
    fields: ['target'],
  };
}

function judgeAt(
  answers: Answers,
  context: JudgeContext & { target: Target },
  priceBook: PriceList,
): Finding[] {
  const estimate = (of: Answers) => estimateAt(of, context.target, priceBook);
  const cost = estimate(answers);
  if (cost.verdict === 'within') return [];
  const isAbove = cost.verdict === 'above';
  const cheaper = savings(
    answers,
    context,
    other => {
      const { verdict } = estimate(other);
      return isAbove ? verdict !== 'above' : verdict === 'within';
    },
    other => estimate(other).baseline,
  );
  const nextSteps = [...cheaper, ...higherBudget(cost)];
  return [
    {
      ...(isAbove ? above(cost) : near(cost)),
      nextSteps: nextSteps.length > 0 ? nextSteps : [{ label: 'Ask for less' }],
      fields,
    },
  ];
}

/** Holds the estimate against the budget; says so when there can be none. @public */
export function judgeBudget(
  answers: Answers,
  context: JudgeContext,
  priceBook: PriceList,
): Finding[] {
  const { target } = context;
  if (!target) return [];
  try {
    return judgeAt(answers, { ...context, target }, priceBook);
  } catch (error) {
    if (error instanceof UnknownPriceError) return [unknownPrice(error)];
    throw error;
  }
}
