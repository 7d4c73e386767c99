import type { Answers } from '../environments/answers';
import type { Judge, JudgeContext } from '../environments/JudgeContext';
import { applyStep } from '../wizard/applyStep';

/** Takes each step that fills in answers, and expects its finding to be gone after it. */
export function expectStepsToHelp(
  judge: Judge,
  answers: Answers,
  context: JudgeContext,
): void {
  for (const finding of judge(answers, context)) {
    for (const step of finding.nextSteps.filter(({ set }) => set)) {
      const after = applyStep(answers, step, context.target);
      if (!after) throw new Error(`"${step.label}" can't be taken`);
      const left = judge(after, context).map(({ rule }) => rule);
      expect({ step: step.label, left }).toEqual({
        step: step.label,
        left: left.filter(rule => rule !== finding.rule),
      });
    }
  }
}
