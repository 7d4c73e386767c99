import { z } from 'zod/v4';

/** @public */
export const nextStepSchema = z.object({
  label: z.string(),
  /** Where the step is done; left out when the label says it all. */
  href: z.string().optional(),
  /**
   * Answers that this step fills in: in the form it is a button. Each replaces the whole
   * answer of its name; `null` takes the answer back, so that its default holds again.
   */
  set: z.record(z.string(), z.json()).optional(),
});

/** @public */
export type NextStep = z.infer<typeof nextStepSchema>;

/**
 * Something a person should know: what, why, and what to do about it.
 * A `blocker` stops the work, a `warning` wants a decision, an `info` is good to know.
 *
 * @public
 */
export const findingSchema = z.object({
  /** Stable name of the rule, e.g. `connection-budget`. */
  rule: z.string(),
  severity: z.enum(['blocker', 'warning', 'info']),
  headline: z.string(),
  cause: z.string(),
  nextSteps: z.array(nextStepSchema),
  /** Answers that the finding is about, when it judges a form. */
  fields: z.array(z.string()).optional(),
});

/** @public */
export type Finding = z.infer<typeof findingSchema>;
