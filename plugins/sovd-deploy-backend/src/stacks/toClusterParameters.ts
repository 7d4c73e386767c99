/** Where a cluster is that a stack joins. */
export interface JoinedCluster {
  vpcId: string;
  vpcCidr: string;
  subnetIds: string[];
  securityGroupId: string;
  /** OIDC issuer without `https://`, which External Secrets needs with EKS Pod Identity, too. */
  oidcProvider: string;
}

/**
 * Parameters of a stack on a cluster that is there: its network is the target's to know,
 * and no repository's.
 *
 * @param template - text of the stack's template; older ones don't know each parameter
 */
export function toClusterParameters(
  parameters: Record<string, string>,
  cluster: JoinedCluster | undefined,
  template: string,
): Record<string, string> {
  if (parameters.ClusterMode !== 'existing' || !cluster) return parameters;
  return {
    ...parameters,
    ClusterVpcId: cluster.vpcId,
    // CloudFormation refuses a parameter that the template doesn't have: 0.3.0 lacks this one.
    ...(template.includes('ClusterVpcCidr') && {
      ClusterVpcCidr: cluster.vpcCidr,
    }),
    ClusterSubnetIds: cluster.subnetIds.join(','),
    ClusterSecurityGroupId: cluster.securityGroupId,
    ClusterOidcProvider: cluster.oidcProvider,
  };
}
