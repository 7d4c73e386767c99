import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { findTarget } from './environments/findTarget';
import { Git } from './environments/Git';
import { GitSourceRepository } from './environments/GitSourceRepository';
import type {
  ClusterConfig,
  DeployConfig,
  TargetConfig,
} from './environments/TargetConfig';
import { KubernetesClusterObserver } from './overview/KubernetesClusterObserver';
import type { Providers } from './Providers';
import { HelmProgram } from './releases/HelmProgram';
import { HelmReleaseDeployer } from './releases/HelmReleaseDeployer';
import { HelmReleaseRenderer } from './releases/HelmReleaseRenderer';
import { KubernetesCapacityReader } from './releases/KubernetesCapacityReader';
import { KubernetesClusterAccess } from './releases/KubernetesClusterAccess';
import { KubernetesNamespaceBootstrapper } from './releases/KubernetesNamespaceBootstrapper';
import { KubernetesReleaseRehearsal } from './releases/KubernetesReleaseRehearsal';
import { OciImageRegistry } from './releases/OciImageRegistry';
import { CloudFormationClients } from './stacks/CloudFormationClients';
import { CloudFormationStackProvisioner } from './stacks/CloudFormationStackProvisioner';
import { GiteaPullRequests } from './stamps/GiteaPullRequests';
import { GitStampRepository } from './stamps/GitStampRepository';

/** What the providers are made from. */
export interface ProviderSources {
  config: RootConfigService;
  deploy: DeployConfig;
  logger: LoggerService;
}

/** Makes the providers of the real world, each reached as the configuration says. */
export function createProviders(sources: ProviderSources): Providers {
  const { config, deploy, logger } = sources;
  const { gitHosts, helm, targets } = deploy;

  function targetOf(environment: Environment): TargetConfig {
    return findTarget(targets, environment);
  }
  function deployerAccess({ cluster, deployer }: TargetConfig) {
    return new KubernetesClusterAccess(cluster, deployer);
  }
  function readerAccess(cluster: ClusterConfig) {
    const token = cluster.serviceAccountToken;
    return new KubernetesClusterAccess(cluster, { token });
  }

  // Several targets may share a cluster, which is watched once.
  const clusters = new Map(
    targets.map(({ cluster }) => [cluster.name, cluster]),
  );
  const observer = new KubernetesClusterObserver({
    clusters: [...clusters.values()].map(readerAccess),
    logger,
  });
  const program = new HelmProgram({ helm });
  const placeOf = (environment: Environment) => {
    const target = targetOf(environment);
    const { progressDeadlineSeconds, releaseTimeoutMs } = target;
    const access = deployerAccess(target);
    return { access, progressDeadlineSeconds, releaseTimeoutMs };
  };
  const accessOf = (environment: Environment) =>
    deployerAccess(targetOf(environment));
  const clients = new CloudFormationClients({
    credentials: DefaultAwsCredentialsManager.fromConfig(config),
    endpointOf: environment => targetOf(environment).awsEndpoint,
  });
  const git = new Git(gitHosts);
  return {
    sources: new GitSourceRepository(git),
    stamps: new GitStampRepository(git),
    pullRequests: new GiteaPullRequests(gitHosts),
    provisioners: [
      new CloudFormationStackProvisioner({
        clients,
        joinedClusterOf: environment => targetOf(environment).existingCluster,
      }),
    ],
    bootstrapper: new KubernetesNamespaceBootstrapper({ accessOf }),
    deployer: new HelmReleaseDeployer({ program, placeOf }),
    renderer: new HelmReleaseRenderer({ program, placeOf }),
    rehearsal: new KubernetesReleaseRehearsal({ accessOf }),
    capacity: new KubernetesCapacityReader({
      accessOf: environment => readerAccess(targetOf(environment).cluster),
    }),
    images: new OciImageRegistry(),
    observer,
    start: () => observer.start(),
    stop: () => observer.stop(),
  };
}
