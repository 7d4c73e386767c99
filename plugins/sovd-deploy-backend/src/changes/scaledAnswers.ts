import type { Answers } from '@sovd/plugin-sovd-deploy-common';

/** Between which the autoscaler keeps the pods of the backend. */
export type ScaleBounds = Pick<Answers, 'backendMin' | 'backendMax'>;

/**
 * The answers with other bounds. What a first release starts with stays where it is, or
 * moves to the nearer bound, since a number outside of them would be refused.
 */
export function scaledAnswers(answers: Answers, bounds: ScaleBounds): Answers {
  const { backendMin, backendMax } = bounds;
  const backendReplicas = Math.min(
    Math.max(answers.backendReplicas, backendMin),
    Math.max(backendMin, backendMax),
  );
  return { ...answers, ...bounds, backendReplicas };
}
