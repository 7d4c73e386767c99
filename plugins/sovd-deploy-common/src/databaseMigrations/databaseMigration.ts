import { z } from 'zod/v4';

/**
 * A session of the database that was in a migration's way. What the migration's role may
 * not see of another role's session is left out.
 *
 * @public
 */
export const lockHolderSchema = z.object({
  /** Process ID; 0 is a prepared transaction, which has no session. */
  pid: z.number().int().min(0),
  application: z.string().optional(),
  user: z.string().optional(),
  /** As pg_stat_activity has it, for example `idle in transaction`. */
  state: z.string().optional(),
  /** Start of its transaction. */
  since: z.iso.datetime().optional(),
  /** What the migration waited for, when that is a relation. */
  relation: z.string().optional(),
});

/** @public */
export type LockHolder = z.infer<typeof lockHolderSchema>;

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
  /** Who held the lock that it waited for when it failed. */
  blockedBy: z.array(lockHolderSchema).optional(),
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
  blockedBy: z.array(lockHolderSchema).optional(),
});

/** @public */
export type DatabaseMigration = z.infer<typeof databaseMigrationSchema>;
