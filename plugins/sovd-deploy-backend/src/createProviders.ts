import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { Git } from './environments/Git';
import { GitSourceRepository } from './environments/GitSourceRepository';
import type { DeployConfig, TargetConfig } from './environments/TargetConfig';
import { KubernetesClusterObserver } from './overview/KubernetesClusterObserver';
import type { Providers } from './Providers';
import { HelmProgram } from './releases/HelmProgram';
import { HelmReleaseDeployer } from './releases/HelmReleaseDeployer';
import { KubernetesClusterAccess } from './releases/KubernetesClusterAccess';
import { KubernetesNamespaceBootstrapper } from './releases/KubernetesNamespaceBootstrapper';
import { OciImageRegistry } from './releases/OciImageRegistry';
import { CloudFormationClients } from './stacks/CloudFormationClients';
import { CloudFormationStackProvisioner } from './stacks/CloudFormationStackProvisioner';

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

  function targetOf({ answers, name }: Environment): TargetConfig {
    const target = targets.find(item => item.name === answers.target);
    if (target) return target;
    throw new NotFoundError(
      `Target ${answers.target} of ${name} is no longer in sovdDeploy.targets`,
    );
  }
  function deployerAccess({ cluster, deployer }: TargetConfig) {
    return new KubernetesClusterAccess(cluster, deployer);
  }

  // Several targets may share a cluster, which is watched once.
  const clusters = new Map(
    targets.map(({ cluster }) => [cluster.name, cluster]),
  );
  const observer = new KubernetesClusterObserver({
    clusters: [...clusters.values()].map(cluster => {
      const token = cluster.serviceAccountToken;
      return new KubernetesClusterAccess(cluster, { token });
    }),
    logger,
  });
  const clients = new CloudFormationClients({
    credentials: DefaultAwsCredentialsManager.fromConfig(config),
    endpointOf: environment => targetOf(environment).awsEndpoint,
  });
  return {
    sources: new GitSourceRepository(new Git(gitHosts)),
    provisioners: [new CloudFormationStackProvisioner({ clients })],
    bootstrapper: new KubernetesNamespaceBootstrapper({
      accessOf: environment => deployerAccess(targetOf(environment)),
    }),
    deployer: new HelmReleaseDeployer({
      program: new HelmProgram({ helm }),
      placeOf: environment => {
        const target = targetOf(environment);
        const { progressDeadlineSeconds, releaseTimeoutMs } = target;
        const access = deployerAccess(target);
        return { access, progressDeadlineSeconds, releaseTimeoutMs };
      },
    }),
    images: new OciImageRegistry(),
    observer,
    start: () => observer.start(),
    stop: () => observer.stop(),
  };
}
