import type { Question } from './Question';

/** Whether the other answers make a question meaningful. */
export function isAsked(
  { askedWhen }: Question,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  return !askedWhen || answers[askedWhen.field] === askedWhen.is;
}
