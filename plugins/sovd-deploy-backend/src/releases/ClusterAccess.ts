/** Where a cluster answers, and the proof of one identity. */
export interface ClusterConnection {
  url: string;
  /** CA certificate as PEM; undefined trusts the machine's own authorities. */
  ca?: string;
  skipTLSVerify: boolean;
  /** Bearer token, valid now. */
  token: string;
}

/** The way to one cluster with one identity. */
export interface ClusterAccess {
  /** Name of the cluster, for messages. */
  readonly cluster: string;
  /** Reads the credential anew at each call, since tokens are rotated. */
  connect(): Promise<ClusterConnection>;
}
