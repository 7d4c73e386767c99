/**
 * The value that all steps of the form share: every answer after the first step's.
 *
 * @remarks
 * `touched` names those that a person gave. All others are defaults, and follow when
 * tier or target change.
 */
export interface FormAnswers {
  readonly [field: string]: unknown;
  readonly touched?: readonly string[];
}

/** Answers to fill in; one that is `undefined` or `null` is taken back. */
export type AnswerPatch = Readonly<Record<string, unknown>>;

/** What a person gave; without a record, as from a link, everything that is there. */
export function givenAnswers(answers: FormAnswers): Record<string, unknown> {
  const { touched = Object.keys(answers), ...values } = answers;
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) =>
        value !== undefined && value !== null && touched.includes(field),
    ),
  );
}
