import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';

const placeholders: Record<string, unknown> = {
  name: 'app',
  owner: 'group:default/app',
  environment: 'staging',
  target: 'none',
};

/** Texts decide nothing of the price, but these words choose what is priced. */
const chosen = ['nodeInstanceType', 'databaseClass', 'cacheNodeType'];

/**
 * Answers as far as a price needs them: a name that can't be taken doesn't keep anybody
 * from seeing what it costs, a number that can't be taken does.
 *
 * @returns the answers, or the fields that have to be corrected before
 */
export function readAnswers(
  input: Readonly<Record<string, unknown>>,
): { answers: Answers } | { fields: string[] } {
  const known = { ...placeholders, ...input };
  const first = answersSchema.safeParse(known);
  if (first.success) return { answers: first.data };

  const wrong = new Set(first.error.issues.map(({ path }) => String(path[0])));
  const fields = [...wrong].filter(
    field =>
      field !== 'monthlyBudgetUsd' &&
      (typeof known[field] === 'number' || chosen.includes(field)),
  );
  if (fields.length > 0) return { fields };
  const rest = Object.entries(known).filter(([field]) => !wrong.has(field));
  const second = answersSchema.safeParse({
    ...placeholders,
    ...Object.fromEntries(rest),
  });
  return second.success ? { answers: second.data } : { fields: [...wrong] };
}
