import { z } from 'zod/v4';
import { changeSchema } from '../changes/change';
import { environmentCostSchema } from '../costs/environmentCost';
import { databaseMigrationSchema } from '../databaseMigrations/databaseMigration';
import { environmentSchema } from '../environments/environment';
import { findingSchema } from '../finding';
import { healthSchema } from '../health';
import { releaseSchema } from '../releases/release';
import { rolloutSchema } from '../releases/rollout';
import { stackSchema } from '../stacks/stack';
import { partOf } from './part';

/** Everything that one entity page shows about an environment. @public */
export const environmentOverviewSchema = z.object({
  environment: environmentSchema,
  health: healthSchema,
  /** The answer before the evidence: the first failing cause, or that all is well. */
  headline: findingSchema,
  stack: partOf(stackSchema),
  release: partOf(releaseSchema),
  rollout: partOf(rolloutSchema),
  databaseMigration: partOf(databaseMigrationSchema),
  cost: partOf(environmentCostSchema),
  /** The running change, or else the latest one. */
  change: changeSchema.optional(),
  /** Signal channel that announces new versions of this overview; a random name. */
  channel: z.string(),
});

/** @public */
export type EnvironmentOverview = z.infer<typeof environmentOverviewSchema>;

/** One row of the list of environments. @public */
export const environmentSummarySchema = z.object({
  entityRef: z.string(),
  name: z.string(),
  application: z.string(),
  owner: z.string(),
  tier: z.string(),
  target: z.string(),
  health: healthSchema,
  headline: z.string(),
  version: z.string().optional(),
  rollout: z.string(),
  database: z.string(),
  stack: z.string(),
  /** Estimate against budget, e.g. `$440 of $800`. */
  cost: z.string(),
  observedAt: z.iso.datetime().optional(),
  staleReason: z.string().optional(),
});

/** @public */
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>;

/** What a signal carries: that there is news, and never the news itself. @public */
export const overviewSignalSchema = z.object({ version: z.number() });

/** @public */
export type OverviewSignal = z.infer<typeof overviewSignalSchema>;
