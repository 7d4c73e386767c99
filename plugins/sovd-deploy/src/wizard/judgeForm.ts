import { validateEnvironment } from '@sovd/plugin-sovd-deploy-common';
import type { Finding, Target } from '@sovd/plugin-sovd-deploy-common';
import type { Application } from './Application';
import { targetOf } from './fillInAnswers';
import type { FormAnswers } from './FormAnswers';
import { judgeOthers } from './judgeOthers';
import { mergeAnswers } from './mergeAnswers';
import { priceAnswers } from './priceAnswers';
import type { ShownEstimate } from './ShownEstimate';

/** All that the form says about its answers; reckoned anew with each keystroke. */
export interface Judgement {
  target?: Target;
  findings: Finding[];
  estimate: ShownEstimate;
}

/** Findings and price of what is answered so far. */
export function judgeForm(
  application: Application,
  answers: FormAnswers,
  targets: readonly Target[],
  today = new Date().toISOString(),
): Judgement {
  const merged = mergeAnswers(application, answers);
  const target = targetOf(answers, targets);
  return {
    target,
    findings: [
      ...judgeOthers(application, answers),
      ...validateEnvironment(merged, { targets, today }),
    ],
    estimate: priceAnswers(merged, target),
  };
}
