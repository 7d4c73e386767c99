/**
 * What an estimate needs to know of the answers. Classes are any words here: what the
 * price book doesn't have is refused by {@link UnknownPriceError}.
 *
 * @public
 */
export interface CostAnswers {
  tier: 'staging' | 'production';
  nodeInstanceType: string;
  nodesDesired: number;
  nodesMax: number;
  /** Root volume of a node, GB. */
  nodeDiskGb: number;
  availabilityZones: number;
  natMode: 'single' | 'per-zone';
  databaseClass: string;
  multiAz: boolean;
  databaseStorageGb: number;
  /** Days that daily snapshots are kept. */
  snapshotRetentionDays: number;
  cacheEngine: 'redis' | 'valkey';
  cacheNodeType: string;
  cacheNodes: number;
  monitoring: boolean;
}

/** Where it would run, as its target says. @public */
export interface CostPlace {
  /** AWS region, e.g. `us-east-1`. */
  region: string;
  /** In an `existing` cluster nobody pays for a control plane, nodes and NAT gateways of its own. */
  clusterMode: 'create' | 'existing';
}
