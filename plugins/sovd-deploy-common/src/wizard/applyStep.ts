import { answersShape } from '../environments/answers';
import type { Answers } from '../environments/answers';
import { completeAnswers } from '../environments/completeAnswers';
import type { Target } from '../environments/target';
import type { NextStep } from '../finding';

/**
 * The answers after a step was taken.
 *
 * @returns undefined when the step fills in nothing that can be read
 * @public
 */
export function applyStep(
  answers: Answers,
  { set }: Pick<NextStep, 'set'>,
  target?: Target,
): Answers | undefined {
  if (!set) return undefined;
  const after = completeAnswers({ ...answers, ...set }, target);
  return answersShape.safeParse(after).data;
}
