/** Answers of a form as the template hands them on. */
export interface FormInput {
  answers: Record<string, unknown>;
  application?: Record<string, unknown>;
}

/**
 * The answers of all steps as one. What wasn't answered is left out, so that it takes its
 * default, and so is the form's own record of which answers a person gave.
 */
export function mergeAnswers({
  answers: { touched: _, ...answers },
  application,
}: FormInput): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...answers, ...application }).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  );
}
