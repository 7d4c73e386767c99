import { z } from 'zod/v4';

/**
 * What `python -m app.migrate` writes to the container's termination message:
 * revisions before and after, and the database's own words when it failed.
 *
 * @public
 */
export const migrationReportSchema = z.object({
  current: z.array(z.string()),
  heads: z.array(z.string()),
  applied: z.array(z.string()),
  durationMs: z.number().int().min(0),
  error: z.string().optional(),
  sqlState: z.string().optional(),
  /** Revision that was running when the error came. */
  revision: z.string().optional(),
});

/** @public */
export type MigrationReport = z.infer<typeof migrationReportSchema>;

/** @public */
export const databaseMigrationPhaseSchema = z.enum([
  'pending',
  'running',
  'succeeded',
  'failed',
]);

/** @public */
export type DatabaseMigrationPhase = z.infer<
  typeof databaseMigrationPhaseSchema
>;

/**
 * Alembic's state as the last migration Job reported it. The portal holds no
 * connection string: all it knows comes from that Job.
 *
 * @public
 */
export const databaseMigrationSchema = z.object({
  /** Phase of the last run. */
  phase: databaseMigrationPhaseSchema,
  /** Revisions in the database after the last run. */
  current: z.array(z.string()),
  /** Revisions the image of the last run knows as newest. */
  heads: z.array(z.string()),
  applied: z.array(z.string()),
  atHead: z.boolean(),
  job: z.string(),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** Milliseconds the run took, as it measured itself. */
  durationMs: z.number().int().optional(),
  cause: z.string().optional(),
  sqlState: z.string().optional(),
  revision: z.string().optional(),
});

/** @public */
export type DatabaseMigration = z.infer<typeof databaseMigrationSchema>;
