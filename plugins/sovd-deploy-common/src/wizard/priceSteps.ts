import { formatMoney } from '../costs/formatMoney';
import type { PriceList } from '../costs/PriceList';
import { UnknownPriceError } from '../costs/UnknownPriceError';
import type { Answers } from '../environments/answers';
import type { Target } from '../environments/target';
import type { Finding, NextStep } from '../finding';
import { applyStep } from './applyStep';
import { estimateAt } from './estimateAt';

/** A difference of US dollars a month, e.g. `+$73` or `−$73`; empty when it is none. */
function formatDifference(difference: number): string {
  const dollars = Math.round(difference);
  if (dollars === 0) return '';
  return `${dollars > 0 ? '+' : '−'}${formatMoney(Math.abs(dollars))}`;
}

/** Says behind each step that fills in answers what it would cost or save a month. */
export function priceSteps(
  findings: Finding[],
  answers: Answers,
  target: Target,
  priceBook: PriceList,
): Finding[] {
  const priceOf = (of: Answers) => estimateAt(of, target, priceBook).baseline;
  const withPrice = (step: NextStep): NextStep => {
    // The form's defaults follow the tier, and with them most of the price.
    if (step.set && 'tier' in step.set) return step;
    const after = applyStep(answers, step, target);
    const difference = after
      ? formatDifference(priceOf(after) - priceOf(answers))
      : '';
    return difference
      ? { ...step, label: `${step.label}, ${difference}` }
      : step;
  };
  try {
    return findings.map(finding => ({
      ...finding,
      nextSteps: finding.nextSteps.map(withPrice),
    }));
  } catch (error) {
    // Advice without a price is still advice; the missing price is a finding of its own.
    if (error instanceof UnknownPriceError) return findings;
    throw error;
  }
}
