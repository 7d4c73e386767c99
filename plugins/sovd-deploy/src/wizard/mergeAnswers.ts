import type { Application } from './Application';
import type { FormAnswers } from './FormAnswers';

/** All answers of the form as one, as the rules and the server read them. */
export function mergeAnswers(
  { others: __, ...application }: Application,
  answers: FormAnswers,
): Record<string, unknown> {
  const { touched: _, ...values } = answers;
  return Object.fromEntries(
    Object.entries({ ...application, ...values }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
