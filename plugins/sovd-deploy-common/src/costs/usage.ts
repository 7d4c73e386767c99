/** What nobody is asked, since nobody knows it beforehand; all per month. */
export interface Usage {
  /** Load balancer capacity units, on average. */
  loadBalancerUnits: number;
  /** GB through the NAT gateways. */
  natGb: number;
  /** GB to the internet, with those that are free. */
  egressGb: number;
  /** GB between zones. */
  crossZoneGb: number;
  logIngestGb: number;
  /** GB of logs kept. */
  logStorageGb: number;
  /** Volumes of Prometheus and Grafana, GB. */
  monitoringGb: number;
  objectStorageGb: number;
  /** Thousands of requests that write objects. */
  objectRequests: number;
  /** GB of images. */
  imageGb: number;
  /** GB of database snapshots, when they are kept for 30 days. */
  snapshotGb: number;
  secrets: number;
  /** Tens of thousands of reads of secrets. */
  secretCalls: number;
  /** Customer managed keys. */
  keys: number;
  hostedZones: number;
  /** Millions of queries. */
  dnsQueries: number;
}

/** GB to the internet that AWS gives away each month, over a whole account. */
export const FREE_EGRESS_GB = 100;

/** Days of retention that `snapshotGb` is meant for: the seeds' backup plan. */
export const SNAPSHOT_DAYS = 30;

/**
 * Assumptions for an ordinary month. Nothing of it was measured: once a bill exists, its
 * figures replace them.
 */
export const usageByTier: Record<'staging' | 'production', Usage> = {
  staging: {
    // testers and pipelines: a third of the smallest unit that production fills
    loadBalancerUnits: 0.3,
    // images and packages of a few releases a week; S3 goes through a gateway endpoint
    natGb: 40,
    // a few people; stays within what is free
    egressGb: 20,
    // a quarter of production's: fewer pods, one database without a standby
    crossZoneGb: 50,
    // 10 GB of the application, 2 GB of the control plane
    logIngestGb: 12,
    // retention of a month, compressed
    logStorageGb: 15,
    // Prometheus 20 GB, Grafana 10 GB
    monitoringGb: 30,
    // dumps and access logs
    objectStorageGb: 10,
    // one upload each 26 seconds
    objectRequests: 100,
    // the newest images of three components; layers are shared
    imageGb: 2,
    // a database that test data fills to a fifth
    snapshotGb: 20,
    // database, token key, cache, alerts
    secrets: 4,
    // External Secrets asks for four secrets every three minutes
    secretCalls: 6,
    // one key for everything
    keys: 1,
    // counted whoever makes it: a name costs the same in a zone that stood before
    hostedZones: 1,
    dnsQueries: 1,
  },
  production: {
    // one unit: 25 new connections a second, or 1 GB an hour
    loadBalancerUnits: 1,
    // as above, and what the connector exchanges with vehicles' gateways
    natGb: 100,
    // telemetry and pages for people
    egressGb: 200,
    // pods, database standby and cache replica in three zones
    crossZoneGb: 200,
    // application, control plane and audit log
    logIngestGb: 40,
    // retention of a month, compressed
    logStorageGb: 45,
    // Prometheus 50 GB, Grafana 10 GB
    monitoringGb: 60,
    // dumps, access logs, audit log
    objectStorageGb: 50,
    objectRequests: 100,
    // a history of releases to go back to
    imageGb: 5,
    // as large as the database's storage
    snapshotGb: 100,
    secrets: 4,
    secretCalls: 6,
    // database, secrets, and logs with backups, each its own
    keys: 3,
    hostedZones: 1,
    dnsQueries: 1,
  },
};

/**
 * Three times the traffic, all month. NAT carries images too, which don't grow with it;
 * logs are kept a little more briefly when there are many.
 */
const peakFactors: Partial<Record<keyof Usage, number>> = {
  loadBalancerUnits: 3,
  natGb: 2.5,
  egressGb: 3,
  crossZoneGb: 3,
  logIngestGb: 3,
  logStorageGb: 8 / 3,
};

/** The same tier at its peak. */
export function toPeakUsage(usage: Usage): Usage {
  const peak = { ...usage };
  for (const [name, factor] of Object.entries(peakFactors)) {
    peak[name as keyof Usage] *= factor;
  }
  return peak;
}
