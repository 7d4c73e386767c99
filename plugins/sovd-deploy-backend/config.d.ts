import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Where and how SOVD environments are deployed. */
  sovdDeploy?: {
    /**
     * Path of the helm program; found on the PATH when left out.
     */
    helm?: string;

    /** Places where environments may be created. */
    targets?: Array<{
      /** Unique name, kept in the registry. */
      name: string;
      /** What people read. */
      title: string;
      /** What a person should know before choosing it. */
      remark?: string;
      /** Name of a cluster in a locator of type `config` of the `kubernetes:` section. */
      cluster: string;
      /** AWS region, e.g. `eu-central-1`. */
      region: string;
      /** AWS account. */
      accountId: string;
      /** Kubernetes namespace of an environment. Default: `{name}-{environment}`. */
      namespacePattern?: string;
      /** Image repository, e.g. `registry.example.com/{owner}/{name}-{component}`. */
      imageRepositoryPattern: string;
      /** Stack engines that it offers. */
      engines: Array<'cloudformation' | 'terraform'>;
      /** Deployment strategies that it offers. */
      strategies: Array<'rolling' | 'canary'>;
      /** Database classes that it offers. Default: all known ones. */
      databaseClasses?: Array<'db.t3.medium' | 'db.t3.large'>;
      /** Whether an environment pays for a cluster of its own or shares one. Default: `existing`. */
      clusterMode?: 'create' | 'existing';
      /** Minor versions of Kubernetes that it offers, e.g. `1.36`. */
      kubernetesVersions: string[];
      /** How pods get the rights of an AWS role. Default: `irsa` alone. */
      workloadIdentities?: Array<'irsa' | 'pod-identity'>;
      /** Availability zones of the region that a network can use: 2 or 3. Default: 3. */
      availabilityZones?: number;
      /** What its cluster has beyond Kubernetes itself. Default: nothing. */
      addOns?: Array<
        'monitoring' | 'tracing' | 'network-policy' | 'argo-rollouts'
      >;
      /** Address blocks that a new network may not overlap, e.g. `10.8.0.0/16`. Default: none. */
      usedCidrs?: string[];
      /** Where new repositories are published; needs an integration of the same host. */
      repositories: {
        type: 'gitea';
        host: string;
        owner: string;
      };
      /** Longest that one release may take. Default: 15 minutes. */
      releaseTimeout?: HumanDuration | string;
      /** Kubernetes' progressDeadlineSeconds of the Deployments. Default: 600. */
      progressDeadlineSeconds?: number;
      /** AWS endpoint in place of the region's own. */
      awsEndpoint?: string;
      /** Identity that applies releases; give it to no other plugin. */
      deployer: {
        /**
         * File with the bearer token, read anew for each use.
         * @visibility backend
         */
        tokenFile: string;
      };
    }>;
  };
}
