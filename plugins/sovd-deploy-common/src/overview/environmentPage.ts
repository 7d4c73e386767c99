import { z } from 'zod/v4';
import { healthSchema } from '../health';
import { environmentSummarySchema } from './environmentOverview';

/** What the list of environments can be put in the order of. @public */
export const environmentSortSchema = z.enum(['urgency', 'name']);

/** @public */
export type EnvironmentSort = z.infer<typeof environmentSortSchema>;

/** Query of `GET /v1/environments`; what is left out doesn't narrow the list. @public */
export const environmentQuerySchema = z.object({
  /** Items of a page. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Where the page starts, from the answer before. */
  cursor: z.string().max(500).optional(),
  /** By urgency, what needs a person stands first. Equal ones stand by their names. */
  sort: environmentSortSchema.default('urgency'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
  health: healthSchema.optional(),
  /** Entity ref of the owner. */
  owner: z.string().max(200).optional(),
  tier: z.string().max(50).optional(),
  application: z.string().max(100).optional(),
  /** Found in name, owner, target, version or headline, upper or lower case. */
  text: z.string().max(1_000).optional(),
});

/** What a caller of the list may give. @public */
export type EnvironmentQuery = Partial<z.output<typeof environmentQuerySchema>>;

/** A cause that several environments share: one lost cluster is one line. @public */
export const sharedCauseSchema = z.object({
  headline: z.string(),
  health: healthSchema,
  count: z.number().int(),
});

/** @public */
export type SharedCause = z.infer<typeof sharedCauseSchema>;

/**
 * Body of `GET /v1/environments`: all that a page of the list shows, so that it needs one
 * request. `counts` and `sharedCauses` are of all environments of the asked owner, tier
 * and application that one may see, whatever the health, text or page asked for.
 *
 * @public
 */
export const environmentPageSchema = z.object({
  items: z.array(environmentSummarySchema),
  /** Where the next page starts; left out on the last one. */
  nextCursor: z.string().optional(),
  /** Where the page before starts; left out on the first one. */
  prevCursor: z.string().optional(),
  /** Environments on all pages together. */
  total: z.number().int(),
  counts: z.record(healthSchema, z.number().int()),
  /** The most common ones, the most common first. */
  sharedCauses: z.array(sharedCauseSchema),
  /** Entity refs of all owners, whichever was asked for. */
  owners: z.array(z.string()),
  /** Signal channel of the fleet tick. */
  channel: z.string(),
});

/** @public */
export type EnvironmentPage = z.infer<typeof environmentPageSchema>;
