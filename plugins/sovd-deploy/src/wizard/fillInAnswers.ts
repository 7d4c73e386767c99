import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { defaultAnswers } from './defaultAnswers';
import { givenAnswers } from './FormAnswers';
import type { AnswerPatch, FormAnswers } from './FormAnswers';

/** The target that is answered, or the only one there is. */
export function targetOf(
  { target }: FormAnswers,
  targets: readonly Target[],
): Target | undefined {
  if (target === undefined && targets.length === 1) return targets[0];
  return targets.find(({ name }) => name === target);
}

/** What a person gave, and the defaults of tier and target for all the rest. */
export function fillInAnswers(
  answers: FormAnswers,
  targets: readonly Target[],
): FormAnswers {
  const given = givenAnswers(answers);
  const tier = given.tier === 'production' ? 'production' : 'staging';
  return {
    ...defaultAnswers(tier, targetOf(given, targets)),
    ...given,
    touched: Object.keys(given),
  };
}

/** The answers after some were given; defaults follow a new tier or target. */
export function giveAnswers(
  answers: FormAnswers,
  patch: AnswerPatch,
  targets: readonly Target[],
): FormAnswers {
  const given = { ...givenAnswers(answers), ...patch };
  return fillInAnswers({ ...given, touched: Object.keys(given) }, targets);
}

/** Whether a value holds these answers already, in whatever order. */
export function isFilledIn(value: FormAnswers, answers: FormAnswers): boolean {
  return Object.entries(answers).every(
    ([field, answer]) =>
      JSON.stringify(value[field]) === JSON.stringify(answer),
  );
}
