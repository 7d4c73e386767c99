import type { Target } from '@sovd/plugin-sovd-deploy-common';

/** Where a cluster of the `kubernetes:` section answers and how it proves who it is. */
export interface ClusterConfig {
  name: string;
  url: string;
  /** CA certificate in base64-encoded PEM. */
  caData?: string;
  /** Path of the CA certificate's PEM file. */
  caFile?: string;
  skipTLSVerify?: boolean;
  /** Identity that only reads, and no Secrets; shared with Backstage's Kubernetes plugin. */
  serviceAccountToken: string;
}

/** What a stack must know of a cluster that it doesn't make itself. */
export type ExistingClusterConfig = {
  vpcId: string;
  /** Address block of its network: pods may reach database and cache there. */
  vpcCidr: string;
  /** Private subnets in two zones or more. */
  subnetIds: string[];
  /** Security group that all nodes carry. */
  securityGroupId: string;
  /** OIDC issuer without `https://`, which External Secrets needs with EKS Pod Identity, too. */
  oidcProvider: string;
};

/** A target with what only the backend may know of it. */
export interface TargetConfig extends Omit<Target, 'cluster'> {
  cluster: ClusterConfig;
  /** Where `clusterMode` is `existing`: what its stacks join. */
  existingCluster?: ExistingClusterConfig;
  /** Where its Git host answers people, without a slash at its end. */
  gitBaseUrl: string;
  /** Image repository, with `{owner}`, `{name}` and `{component}`. */
  imageRepositoryPattern: string;
  /** Longest that one release may take, in milliseconds. */
  releaseTimeoutMs: number;
  /** Kubernetes' `progressDeadlineSeconds` of every Deployment. */
  progressDeadlineSeconds: number;
  /** AWS endpoint in place of the region's own, for an AWS API of another host. */
  awsEndpoint?: string;
  /** Identity that applies releases; unknown to Backstage's Kubernetes plugin. */
  deployer: { tokenFile: string };
}

/** A Git host of the `integrations:` section that targets publish to. */
export interface GitHostConfig {
  host: string;
  baseUrl: string;
  credentials?: { username: string; password: string };
}

/** All of the `sovdDeploy:` section. */
export interface DeployConfig {
  /** Path of the helm program. */
  helm: string;
  targets: readonly TargetConfig[];
  gitHosts: readonly GitHostConfig[];
}
