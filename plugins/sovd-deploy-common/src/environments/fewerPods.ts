import type { NextStep } from '../finding';
import type { Answers } from './answers';

/** The step that caps the backend's pods; what the cap would cross comes along. */
export function fewerPods(answers: Answers, most: number): NextStep {
  return {
    label: `At most ${most} pod${most === 1 ? '' : 's'}`,
    set: {
      backendMin: Math.min(answers.backendMin, most),
      backendReplicas: Math.min(answers.backendReplicas, most),
      backendMax: most,
    },
  };
}
