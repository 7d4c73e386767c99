import { z } from 'zod/v4';
import { applicationAnswers } from './applicationAnswers';
import { budgetAnswers } from './budgetAnswers';
import { engineAnswers } from './engineAnswers';
import { placementAnswers } from './placementAnswers';
import { runtimeAnswers } from './runtimeAnswers';
import { sizeAnswers } from './sizeAnswers';
import { tierDefaults } from './tierDefaults';

/** Answers in the order of the form, without what the tier decides. @public */
export const answersShape = z.strictObject({
  ...applicationAnswers,
  ...placementAnswers,
  ...engineAnswers,
  ...sizeAnswers,
  ...runtimeAnswers,
  ...budgetAnswers,
});

function fillInTierDefaults(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const { tier } = input as { tier?: unknown };
  const defaults =
    tier === 'production' ? tierDefaults.production : tierDefaults.staging;
  return { ...defaults, ...input };
}

/**
 * Answers of one environment: `environments/<environment>/environment.yaml`.
 *
 * @remarks
 * What isn't answered takes the default of its tier. Account, region, cluster, namespace and
 * all names come from the target and from `<name>-<environment>`, never from the answers.
 *
 * @public
 */
export const answersSchema = z.preprocess(fillInTierDefaults, answersShape);

/** Answers after the defaults were filled in. @public */
export type Answers = z.output<typeof answersShape>;

/** Answers as they come from a form or a template: some are left to the defaults. @public */
export type AnswersInput = Partial<z.input<typeof answersShape>>;
