/** Where a cluster is that a stack joins. */
export interface JoinedCluster {
  vpcId: string;
  subnetIds: string[];
  securityGroupId: string;
  /** OIDC issuer without `https://`, which External Secrets needs with EKS Pod Identity, too. */
  oidcProvider?: string;
}

/**
 * Parameters of a stack on a cluster that is there: its network is the target's to know,
 * and no repository's.
 */
export function toClusterParameters(
  parameters: Record<string, string>,
  cluster: JoinedCluster | undefined,
): Record<string, string> {
  if (parameters.ClusterMode !== 'existing' || !cluster) return parameters;
  return {
    ...parameters,
    ClusterVpcId: cluster.vpcId,
    ClusterSubnetIds: cluster.subnetIds.join(','),
    ClusterSecurityGroupId: cluster.securityGroupId,
    ...(cluster.oidcProvider && { ClusterOidcProvider: cluster.oidcProvider }),
  };
}
