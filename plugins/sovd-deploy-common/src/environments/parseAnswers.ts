import { answersShape } from './answers';
import type { Answers } from './answers';
import { completeAnswers } from './completeAnswers';
import type { Target } from './target';

/** Answers as they were read; without any when they can't be. @public */
export interface ParsedAnswers {
  answers?: Answers;
  /** The target that they name, when it is configured. */
  target?: Target;
}

/** The target that answers name, right or wrong as they are. @public */
export function targetOf(
  input: unknown,
  targets: readonly Target[],
): Target | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { target } = input as { target?: unknown };
  return targets.find(({ name }) => name === target);
}

/** Reads answers and completes them with what their target offers. @public */
export function parseAnswers(
  input: unknown,
  targets: readonly Target[],
): ParsedAnswers {
  const target = targetOf(input, targets);
  const { data } = answersShape.safeParse(completeAnswers(input, target));
  return { answers: data, target };
}
