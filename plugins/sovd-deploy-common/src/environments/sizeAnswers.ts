import { z } from 'zod/v4';

const count = (least: number, most: number) =>
  z.number().int().min(least).max(most);

/** @public */
export const databaseClassSchema = z.enum(['db.t3.medium', 'db.t3.large']);

/** @public */
export type DatabaseClass = z.infer<typeof databaseClassSchema>;

/** @public */
export const nodeInstanceTypeSchema = z.enum(['t3.medium', 't3.large']);

/** @public */
export type NodeInstanceType = z.infer<typeof nodeInstanceTypeSchema>;

/** @public */
export const cacheNodeTypeSchema = z.enum([
  'cache.t3.small',
  'cache.t3.medium',
]);

/** Step 4 of the form: how large the cloud resources are. What depends on the tier has no default here. @public */
export const sizeAnswers = {
  nodeInstanceType: nodeInstanceTypeSchema.default('t3.large'),
  nodesMin: count(1, 20).default(3),
  nodesDesired: count(1, 20).default(3),
  nodesMax: count(1, 20),
  /** Root volume of a node, GB. */
  nodeDiskGb: count(20, 200).default(50),
  availabilityZones: count(2, 3).default(3),
  natMode: z.enum(['single', 'per-zone']).default('single'),
  vpcCidr: z
    .string()
    .regex(
      /^(?:\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/,
      'must be an address block, such as 10.0.0.0/16',
    )
    .default('10.0.0.0/16'),
  databaseClass: databaseClassSchema,
  /** A standby of the database in a second zone. */
  multiAz: z.boolean(),
  databaseStorageGb: count(20, 1000).default(100),
  /** Up to which the storage grows by itself, GB. */
  databaseMaxStorageGb: count(20, 2000).default(200),
  postgresVersion: z.enum(['15', '16', '17', '18']).default('15'),
  /** Days that a moment can be restored from (point in time recovery). */
  backupRetentionDays: count(1, 35),
  /** Days that daily snapshots are kept. */
  snapshotRetentionDays: count(1, 365).default(30),
  cacheEngine: z.enum(['redis', 'valkey']).default('redis'),
  cacheNodeType: cacheNodeTypeSchema,
  cacheNodes: count(1, 6),
};
