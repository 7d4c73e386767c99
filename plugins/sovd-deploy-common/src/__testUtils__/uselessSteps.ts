import type { Answers } from '../environments/answers';
import type { Judge, JudgeContext } from '../environments/JudgeContext';
import type { Finding } from '../finding';
import { applyStep } from '../wizard/applyStep';

function stepsOf({ nextSteps }: Finding) {
  return nextSteps.filter(({ set }) => set);
}

/** Labels of steps that fill in answers, and leave their finding where it was. */
export function uselessSteps(
  judge: Judge,
  answers: Answers,
  context: JudgeContext,
): string[] {
  return judge(answers, context).flatMap(finding =>
    stepsOf(finding)
      .filter(step => {
        const after = applyStep(answers, step, context.target);
        const left = after && judge(after, context);
        return !left || left.some(({ rule }) => rule === finding.rule);
      })
      .map(({ label }) => label),
  );
}
