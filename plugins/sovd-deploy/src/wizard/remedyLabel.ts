import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { NextStep, Target } from '@sovd/plugin-sovd-deploy-common';
import { giveAnswers, targetOf } from './fillInAnswers';
import type { FormAnswers } from './FormAnswers';
import { mergeAnswers } from './mergeAnswers';
import { monthlyOf } from './priceAnswers';

/** `+$106` or `−$33`; the minus is a real one. */
export function formatDifference(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${formatMoney(Math.abs(amount))}`;
}

/** A remedy with what it does to the estimate: `Or db.t3.large, +$106`. */
export function remedyLabel(
  { label, set }: NextStep,
  answers: FormAnswers,
  targets: readonly Target[],
): string {
  if (!set) return label;
  const after = giveAnswers(answers, set, targets);
  const [now, then] = [answers, after].map(each =>
    monthlyOf(mergeAnswers({}, each), targetOf(each, targets)),
  );
  if (now === undefined || then === undefined) return label;
  const difference = Math.round(then - now);
  return difference === 0 ? label : `${label}, ${formatDifference(difference)}`;
}
