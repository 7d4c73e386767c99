import { z } from 'zod/v4';
import { moneyPlanSchema } from '../costs/environmentCost';
import {
  revisionSafetySchema,
  unreadableRevisionSchema,
} from '../databaseMigrations/alembicRevision';
import { findingSchema } from '../finding';
import { imageSchema } from '../releases/release';
import { planRequestSchema } from './planRequest';

/** A value of a setting, a field or a property on either side. @public */
export const plannedValueSchema = z.json();

/** One setting, field or property that becomes another. @public */
export const fieldChangeSchema = z.object({
  /** Where it stands, e.g. `spec.replicas` or `config.logLevel`. */
  path: z.string(),
  /** Left out when it is new. */
  from: plannedValueSchema.optional(),
  /** Left out when it goes. */
  to: plannedValueSchema.optional(),
});

/** @public */
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** @public */
export const imageChangeSchema = z.object({
  component: z.string(),
  from: imageSchema.optional(),
  to: imageSchema,
});

/** @public */
export type ImageChange = z.infer<typeof imageChangeSchema>;

/** A Kubernetes object that the change adds, changes or removes. @public */
export const objectChangeSchema = z.object({
  kind: z.string(),
  name: z.string(),
  action: z.enum(['add', 'change', 'remove']),
  fields: z.array(fieldChangeSchema),
});

/** @public */
export type ObjectChange = z.infer<typeof objectChangeSchema>;

/** A revision that the database doesn't have yet, or has too many. @public */
export const plannedRevisionSchema = z.object({
  id: z.string(),
  /** First line of the file's docstring, for people; never used to decide anything. */
  title: z.string(),
  file: z.string(),
  safety: revisionSafetySchema,
  /** What it does, e.g. `add_column vehicle.note`. */
  operations: z.array(z.string()),
});

/** @public */
export type PlannedRevision = z.infer<typeof plannedRevisionSchema>;

/** @public */
export const databasePlanSchema = z.object({
  current: z.array(z.string()),
  heads: z.array(z.string()),
  /** In the order in which they run. */
  pending: z.array(plannedRevisionSchema),
  /** What can't be decided by reading, with the file. */
  unreadable: z.array(unreadableRevisionSchema),
});

/** @public */
export type DatabasePlan = z.infer<typeof databasePlanSchema>;

/** A cloud resource that the change adds, changes, replaces or deletes. @public */
export const resourceChangeSchema = z.object({
  logicalId: z.string(),
  type: z.string(),
  action: z.enum(['add', 'change', 'replace', 'maybe-replace', 'delete']),
  properties: z.array(fieldChangeSchema),
});

/** @public */
export type ResourceChange = z.infer<typeof resourceChangeSchema>;

/**
 * Whether the release that runs now could run again after the change: `plain` every
 * revision between only adds; `guarded` the newer image has to take revisions back first;
 * `impossible` data would be gone.
 *
 * @public
 */
export const wayBackSchema = z.object({
  verdict: z.enum(['plain', 'guarded', 'impossible', 'unknown']),
  reason: z.string(),
});

/** @public */
export type WayBack = z.infer<typeof wayBackSchema>;

/**
 * What a change would do, section by section.
 *
 * @remarks
 * `digest` covers everything that matters: source commit, rendered objects, image digests,
 * stack template and parameters, pending revisions. What is applied is exactly this plan;
 * when anything moved, applying is refused with a conflict that names what.
 *
 * @public
 */
export const planSchema = z.object({
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  environmentRef: z.string(),
  request: planRequestSchema,
  /** Commit that chart and code come from. */
  commit: z.string(),
  /** What people call both sides. */
  fromVersion: z.string(),
  toVersion: z.string(),
  images: z.array(imageChangeSchema),
  values: z.array(fieldChangeSchema),
  objects: z.array(objectChangeSchema),
  /** Objects that stay as they are. */
  unchangedObjects: z.number().int(),
  database: databasePlanSchema,
  infrastructure: z.array(resourceChangeSchema),
  /** Left out when a price isn't known; a finding then names it. No part of the digest: prices aren't applied. */
  money: moneyPlanSchema.optional(),
  wayBack: wayBackSchema,
  /** A `blocker` among them means that the plan can't be applied. */
  findings: z.array(findingSchema),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** @public */
export type Plan = z.infer<typeof planSchema>;
