import { readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { targetSchema } from '@sovd/plugin-sovd-deploy-common';
import type {
  ClusterConfig,
  DeployConfig,
  GitHostConfig,
  TargetConfig,
} from './environments/TargetConfig';
import { readExistingCluster } from './configCluster';
import {
  readAccountId,
  readNamePattern,
  readNamespacePattern,
} from './configNames';
import { readTargetOffers } from './configOffers';

const DEFAULT_RELEASE_TIMEOUT = { minutes: 15 };
const DEFAULT_PROGRESS_DEADLINE_SECONDS = 600;

/**
 * Clusters that this plugin may deploy to. Only locators of type `config` give a URL and
 * a CA without asking someone, and asking would tie a release to another plugin's rights.
 */
function readClusters(config: Config): Map<string, Config> {
  const clusters = new Map<string, Config>();
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const locator of locators) {
    const type = locator.getString('type');
    if (type !== 'config') {
      throw new InputError(
        `kubernetes.clusterLocatorMethods has a locator of type ${type}, which sovd-deploy can't deploy through; list its clusters in a locator of type config`,
      );
    }
    for (const cluster of locator.getConfigArray('clusters')) {
      clusters.set(cluster.getString('name'), cluster);
    }
  }
  return clusters;
}

function readCluster(cluster: Config): ClusterConfig {
  const name = cluster.getString('name');
  const serviceAccountToken = cluster.getOptionalString('serviceAccountToken');
  if (!serviceAccountToken) {
    throw new InputError(
      `Cluster ${name} has no serviceAccountToken, with which sovd-deploy watches releases; give it one that reads everything but Secrets`,
    );
  }
  return {
    name,
    url: cluster.getString('url'),
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify'),
    serviceAccountToken,
  };
}

function readGitHosts(config: Config): GitHostConfig[] {
  return ScmIntegrations.fromConfig(config)
    .gitea.list()
    .map(({ config: { host, baseUrl, username, password } }) => ({
      host,
      baseUrl: baseUrl ?? `https://${host}`,
      credentials: username && password ? { username, password } : undefined,
    }));
}

function readTarget(
  config: Config,
  clusters: Map<string, Config>,
  gitHosts: GitHostConfig[],
): TargetConfig {
  const name = config.getString('name');
  const clusterName = config.getString('cluster');
  const cluster = clusters.get(clusterName);
  if (!cluster) {
    const known = [...clusters.keys()].join(', ') || 'none';
    throw new InputError(
      `Target ${name} names the cluster ${clusterName}, which is not in kubernetes.clusterLocatorMethods; known are ${known}`,
    );
  }
  const repositoriesConfig = targetSchema.shape.repositories.parse(
    config.get('repositories'),
  );
  const gitHost = gitHosts.find(({ host }) => host === repositoriesConfig.host);
  if (!gitHost) {
    throw new InputError(
      `Target ${name} publishes to ${repositoriesConfig.host}, which has no entry in integrations.${repositoriesConfig.type}`,
    );
  }
  const releaseTimeout = config.has('releaseTimeout')
    ? readDurationFromConfig(config, { key: 'releaseTimeout' })
    : DEFAULT_RELEASE_TIMEOUT;
  const offers = readTargetOffers(config);
  return {
    name,
    title: config.getString('title'),
    remark: config.getOptionalString('remark'),
    cluster: readCluster(cluster),
    region: config.getString('region'),
    accountId: readAccountId(config),
    namespacePattern: readNamespacePattern(config),
    imageRepositoryPattern: readNamePattern(
      config,
      'imageRepositoryPattern',
      config.getString('imageRepositoryPattern'),
      ['{name}', '{component}'],
    ),
    ...offers,
    existingCluster: readExistingCluster(config, offers),
    repositories: repositoriesConfig,
    gitBaseUrl: gitHost.baseUrl,
    releaseTimeoutMs: durationToMilliseconds(releaseTimeout),
    progressDeadlineSeconds:
      config.getOptionalNumber('progressDeadlineSeconds') ??
      DEFAULT_PROGRESS_DEADLINE_SECONDS,
    awsEndpoint: config.getOptionalString('awsEndpoint'),
    deployer: { tokenFile: config.getString('deployer.tokenFile') },
  };
}

/**
 * Reads the `sovdDeploy:` section and, by name, its clusters of the `kubernetes:` section.
 *
 * @throws InputError when a target can't work as configured, so that the backend
 * refuses to start instead of failing at the first release
 */
export function readDeployConfig(config: Config): DeployConfig {
  const section = config.getOptionalConfig('sovdDeploy');
  const targetConfigs = section?.getOptionalConfigArray('targets') ?? [];
  const helm = section?.getOptionalString('helm') ?? 'helm';
  if (targetConfigs.length === 0) return { helm, targets: [], gitHosts: [] };

  const clusters = readClusters(config);
  const gitHosts = readGitHosts(config);
  const targets = targetConfigs.map(target =>
    readTarget(target, clusters, gitHosts),
  );
  const names = targets.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`sovdDeploy.targets has ${twice} twice`);
  }
  return { helm, targets, gitHosts };
}
