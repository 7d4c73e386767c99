import { z } from 'zod/v4';

/** Step 6 of the form: what it may cost and who hears of trouble. @public */
export const budgetAnswers = {
  /** US dollars a month. */
  monthlyBudgetUsd: z.number().int().min(100).max(20_000).default(800),
  alertEmail: z
    .email('must be an e-mail address, such as fleet@example.com')
    .max(254)
    .optional(),
  slackChannel: z
    .string()
    .regex(
      /^#[a-z0-9][a-z0-9_-]{0,78}$/,
      'must be a channel, such as #fleet-alerts',
    )
    .optional(),
  /** Name of the secret that holds the key, never the key itself. */
  pagerDutyKeyRef: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9/_+=.@-]{0,126}$/,
      'must be the name of a secret, such as fleet/pagerduty',
    )
    .optional(),
};
