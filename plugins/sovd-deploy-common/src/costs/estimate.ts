import { z } from 'zod/v4';

/** What a line belongs to, for the short list beside the questions. @public */
export const costGroupSchema = z.enum([
  'cluster',
  'database',
  'cache',
  'network',
  'operations',
]);

/** @public */
export type CostGroup = z.infer<typeof costGroupSchema>;

/** One line of an estimate; `monthly` is quantity times unit price, in US dollars, unrounded. @public */
export const costLineSchema = z.object({
  /** Stable name, e.g. `database-instance`. */
  id: z.string(),
  group: costGroupSchema,
  label: z.string(),
  /** How it was reckoned, e.g. `3 × t3.large`. */
  note: z.string(),
  /** What one of the quantity is, e.g. `hour`, `GB-month`. */
  unit: z.string(),
  quantity: z.number().min(0),
  unitPrice: z.number().min(0),
  monthly: z.number().min(0),
  /** Where the unit price was read, with its date. */
  source: z.string(),
});

/** @public */
export type CostLine = z.infer<typeof costLineSchema>;

/** @public */
export const costSumSchema = z.object({
  /** US dollars a month, rounded to the cent once, over all lines. */
  monthly: z.number().min(0),
  lines: z.array(costLineSchema),
});

/** @public */
export type CostSum = z.infer<typeof costSumSchema>;

/**
 * What an environment would cost a month: `environments/<environment>/estimate.json`.
 *
 * @public
 */
export const estimateSchema = z.object({
  currency: z.literal('USD'),
  region: z.string(),
  /** Date of the price book. */
  pricesAsOf: z.iso.date(),
  source: z.string(),
  /** Whether the region's prices are a factor on another region's. */
  approximate: z.boolean(),
  /** With the wanted nodes and the tier's ordinary traffic. */
  baseline: costSumSchema,
  /** With the most nodes and three times the traffic, all month. */
  peak: costSumSchema,
});

/** @public */
export type Estimate = z.infer<typeof estimateSchema>;
