import { z } from 'zod/v4';
import { applicationAnswers } from './applicationAnswers';
import { budgetAnswers } from './budgetAnswers';
import { completeAnswers } from './completeAnswers';
import { engineAnswers } from './engineAnswers';
import { placementAnswers } from './placementAnswers';
import { runtimeAnswers } from './runtimeAnswers';
import { sizeAnswers } from './sizeAnswers';

/** Answers in the order of the form, without what the tier decides. @public */
export const answersShape = z.strictObject({
  ...applicationAnswers,
  ...placementAnswers,
  ...engineAnswers,
  ...sizeAnswers,
  ...runtimeAnswers,
  ...budgetAnswers,
});

/**
 * Answers of one environment: `environments/<environment>/environment.yaml`.
 *
 * @remarks
 * What isn't answered takes the default of its tier. Account, region, cluster, namespace and
 * all names come from the target and from `<name>-<environment>`, never from the answers.
 *
 * @public
 */
export const answersSchema = z.preprocess(
  input => completeAnswers(input),
  answersShape,
);

/** Answers after the defaults were filled in. @public */
export type Answers = z.output<typeof answersShape>;

/** Answers as they come from a form or a template: some are left to the defaults. @public */
export type AnswersInput = Partial<z.input<typeof answersShape>>;
