import type { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * Where and how SOVD environments are deployed.
   * @visibility backend
   */
  sovdDeploy?: {
    /**
     * Path of the helm program; found on the PATH when left out.
     * @visibility backend
     */
    helm?: string;

    /**
     * Places where environments may be created.
     * @visibility backend
     */
    targets?: Array<{
      /**
       * Unique name, kept in the registry.
       * @visibility backend
       */
      name: string;
      /**
       * What people read.
       * @visibility backend
       */
      title: string;
      /**
       * What a person should know before choosing it.
       * @visibility backend
       */
      remark?: string;
      /**
       * Name of a cluster in a locator of type `config` of the `kubernetes:` section.
       * @visibility backend
       */
      cluster: string;
      /**
       * AWS region, e.g. `eu-central-1`.
       * @visibility backend
       */
      region: string;
      /**
       * AWS account: twelve digits, in quotes.
       * @visibility backend
       */
      accountId: string;
      /**
       * Kubernetes namespace of an environment, with both placeholders. Environments that
       * are there keep theirs, so change it only while there are none. Default: `{name}-{environment}`.
       * @visibility backend
       */
      namespacePattern?: string;
      /**
       * Image repository, e.g. `registry.example.com/{owner}/{name}-{component}`.
       * @visibility backend
       */
      imageRepositoryPattern: string;
      /**
       * Stack engines that it offers. Terraform isn't among them: the portal stamps it, and
       * doesn't run it.
       * @visibility backend
       */
      engines: Array<'cloudformation'>;
      /**
       * Deployment strategies that it offers. A canary isn't among them: the portal stamps it, and
       * the repository's pipeline releases it.
       * @visibility backend
       */
      strategies: Array<'rolling'>;
      /**
       * Database classes that it offers. Default: all known ones.
       * @visibility backend
       */
      databaseClasses?: Array<'db.t3.medium' | 'db.t3.large'>;
      /**
       * Whether an environment pays for a cluster of its own or shares one. Default: `existing`.
       * @visibility backend
       */
      clusterMode?: 'create' | 'existing';
      /**
       * What CloudFormation must know of a cluster that it doesn't make; its name in EKS is that
       * of `cluster`. Needed with `clusterMode: existing`.
       * @visibility backend
       */
      existingCluster?: {
        /** @visibility backend */
        vpcId: string;
        /**
         * Address block of that network, e.g. `10.20.0.0/16`: pods may reach database and cache there.
         * @visibility backend
         */
        vpcCidr: string;
        /**
         * Private subnets in two zones or more; one string may hold several with commas between.
         * @visibility backend
         */
        subnetIds: string[];
        /**
         * Security group that all nodes carry.
         * @visibility backend
         */
        securityGroupId: string;
        /**
         * OIDC issuer without `https://`, which External Secrets needs with EKS Pod Identity, too.
         * @visibility backend
         */
        oidcProvider: string;
      };
      /**
       * Minor versions of Kubernetes that it offers, e.g. `1.36`.
       * @visibility backend
       */
      kubernetesVersions: string[];
      /**
       * How pods get the rights of an AWS role. Default: `irsa` alone.
       * @visibility backend
       */
      workloadIdentities?: Array<'irsa' | 'pod-identity'>;
      /**
       * Availability zones of the region that a network can use: 2 or 3. Default: 3.
       * @visibility backend
       */
      availabilityZones?: number;
      /**
       * What its cluster has beyond Kubernetes itself. Default: nothing.
       * @visibility backend
       */
      addOns?: Array<
        'monitoring' | 'tracing' | 'network-policy' | 'argo-rollouts'
      >;
      /**
       * Address blocks that a new network may not overlap, e.g. `10.8.0.0/16`. Default: none.
       * @visibility backend
       */
      usedCidrs?: string[];
      /**
       * Where new repositories are published; needs an integration of the same host.
       * @visibility backend
       */
      repositories: {
        /** @visibility backend */
        type: 'gitea';
        /**
         * Host of the integration.
         * @visibility backend
         */
        host: string;
        /**
         * Organisation that new repositories belong to.
         * @visibility backend
         */
        owner: string;
      };
      /**
       * Longest that one release may take. Default: 15 minutes.
       * @visibility backend
       */
      releaseTimeout?: HumanDuration | string;
      /**
       * Kubernetes' progressDeadlineSeconds of the Deployments. Default: 600.
       * @visibility backend
       */
      progressDeadlineSeconds?: number;
      /**
       * AWS endpoint in place of the region's own.
       * @visibility backend
       */
      awsEndpoint?: string;
      /**
       * Identity that applies releases; give it to no other plugin.
       * @visibility backend
       */
      deployer: {
        /**
         * File with the bearer token, read anew for each use. Where it lies is nobody's business either.
         * @visibility secret
         */
        tokenFile: string;
      };
    }>;
  };
}
