import { z } from 'zod/v4';

/** Estimate against budget, as card, tab and list show it; US dollars a month. @public */
export const environmentCostSchema = z.object({
  baseline: z.number().min(0),
  peak: z.number().min(0),
  budget: z.number().min(0),
  /** `near` from 90 % of the budget on, `above` beyond it. */
  verdict: z.enum(['within', 'near', 'above']),
  region: z.string(),
  pricesAsOf: z.iso.date(),
  approximate: z.boolean(),
  /** Sums of the baseline by group, the largest first. */
  groups: z.array(z.object({ label: z.string(), monthly: z.number().min(0) })),
});

/** @public */
export type EnvironmentCost = z.infer<typeof environmentCostSchema>;

/** What a change does to the estimate; US dollars a month. @public */
export const moneyPlanSchema = z.object({
  from: environmentCostSchema,
  to: environmentCostSchema,
  /** Lines of the baseline that differ. */
  lines: z.array(
    z.object({ label: z.string(), from: z.number(), to: z.number() }),
  ),
});

/** @public */
export type MoneyPlan = z.infer<typeof moneyPlanSchema>;
