import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDeployConfig } from './config';

const existingCluster = {
  vpcId: 'vpc-0a1b',
  vpcCidr: '10.20.0.0/16',
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroupId: 'sg-0a1b',
  oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/AB12',
};

const target = {
  name: 'sandbox',
  title: 'Sandbox',
  cluster: 'embedded',
  region: 'us-east-1',
  accountId: '123456789012',
  imageRepositoryPattern: 'localhost:15000/{owner}/{name}-{component}',
  engines: ['cloudformation'],
  strategies: ['rolling'],
  kubernetesVersions: ['1.35', '1.36'],
  existingCluster,
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  deployer: { tokenFile: '/run/token' },
};

const cluster = {
  name: 'embedded',
  url: 'https://127.0.0.1:16443',
  caFile: '/run/ca.crt',
  serviceAccountToken: 'read-only',
};

interface Overrides {
  target?: JsonObject;
  locators?: JsonObject[];
  deploy?: JsonObject;
}

function read({ target: changes, locators, deploy }: Overrides = {}) {
  return readDeployConfig(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: locators ?? [
          { type: 'config', clusters: [cluster] },
        ],
      },
      integrations: {
        gitea: [
          {
            host: 'localhost:15930',
            baseUrl: 'http://localhost:15930/',
            username: 'portal',
            password: 'secret',
          },
        ],
      },
      sovdDeploy: { targets: [{ ...target, ...changes }], ...deploy },
    }),
  );
}

describe('readDeployConfig', () => {
  it('reads a target with its cluster, its Git host and the defaults', () => {
    expect(read()).toEqual({
      helm: 'helm',
      gitHosts: [
        {
          host: 'localhost:15930',
          baseUrl: 'http://localhost:15930',
          credentials: { username: 'portal', password: 'secret' },
        },
      ],
      targets: [
        {
          name: 'sandbox',
          title: 'Sandbox',
          remark: undefined,
          cluster: {
            ...cluster,
            caData: undefined,
            skipTLSVerify: undefined,
          },
          gitBaseUrl: 'http://localhost:15930',
          region: 'us-east-1',
          accountId: '123456789012',
          namespacePattern: '{name}-{environment}',
          imageRepositoryPattern: 'localhost:15000/{owner}/{name}-{component}',
          engines: ['cloudformation'],
          strategies: ['rolling'],
          databaseClasses: ['db.t3.medium', 'db.t3.large'],
          clusterMode: 'existing',
          existingCluster,
          kubernetesVersions: ['1.36', '1.35'],
          workloadIdentities: ['irsa'],
          availabilityZones: 3,
          addOns: [],
          usedCidrs: [],
          repositories: target.repositories,
          releaseTimeoutMs: 900_000,
          progressDeadlineSeconds: 600,
          awsEndpoint: undefined,
          deployer: { tokenFile: '/run/token' },
        },
      ],
    });
  });

  it('reads what differs from the defaults', () => {
    const changes = {
      releaseTimeout: { seconds: 120 },
      progressDeadlineSeconds: 20,
      awsEndpoint: 'http://127.0.0.1:15900',
      namespacePattern: 'sovd-{name}-{environment}',
    };
    const { helm, targets } = read({
      target: changes,
      deploy: { helm: '/opt/helm' },
    });
    expect(helm).toBe('/opt/helm');
    expect(targets[0]).toMatchObject({
      releaseTimeoutMs: 120_000,
      progressDeadlineSeconds: 20,
      awsEndpoint: 'http://127.0.0.1:15900',
      namespacePattern: 'sovd-{name}-{environment}',
    });
  });

  it('has no targets without a section, whatever clusters there are', () => {
    const config = new ConfigReader({
      kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] },
    });
    expect(readDeployConfig(config).targets).toEqual([]);
  });

  it.each<[string, Overrides, string]>([
    [
      'another kind of locator',
      { locators: [{ type: 'catalog' }] },
      "a locator of type catalog, which sovd-deploy can't deploy through",
    ],
    [
      'a cluster that nobody lists',
      { target: { cluster: 'elsewhere' } },
      'Target sandbox names the cluster elsewhere, which is not in kubernetes.clusterLocatorMethods; known are embedded',
    ],
    [
      'a cluster without an identity that reads',
      {
        locators: [
          {
            type: 'config',
            clusters: [{ name: 'embedded', url: 'https://127.0.0.1' }],
          },
        ],
      },
      'Cluster embedded has no serviceAccountToken',
    ],
    [
      'a Git host without an integration',
      { target: { repositories: { ...target.repositories, host: 'git.io' } } },
      'Target sandbox publishes to git.io, which has no entry in integrations.gitea',
    ],
    [
      'an engine that nobody knows',
      { target: { engines: ['pulumi'] } },
      'engines of target sandbox has pulumi; known are cloudformation, terraform',
    ],
    [
      'a namespace that several environments would share',
      { target: { namespacePattern: 'sovd-{name}' } },
      'namespacePattern of target sandbox needs {environment}',
    ],
    [
      'an image repository that several components would share',
      { target: { imageRepositoryPattern: 'localhost/{name}' } },
      'imageRepositoryPattern of target sandbox needs {component}',
    ],
    [
      'a namespace that Kubernetes takes from nobody',
      { target: { namespacePattern: 'SOVD_{name}_{environment}' } },
      'namespacePattern of target sandbox is SOVD_{name}_{environment}',
    ],
    [
      'an account that can’t be',
      { target: { accountId: '1234' } },
      'accountId of target sandbox is 1234',
    ],
    [
      'a cluster to join that nobody describes',
      { target: { existingCluster: undefined } },
      'existingCluster of target sandbox lacks vpcId, vpcCidr',
    ],
    [
      'an engine that the portal doesn’t run',
      { target: { engines: ['terraform'] } },
      'engines of target sandbox has terraform',
    ],
    [
      'no identity to deploy with',
      { target: { deployer: {} } },
      'deployer.tokenFile',
    ],
    [
      'two targets of one name',
      { deploy: { targets: [target, target] } },
      'sovdDeploy.targets has sandbox twice',
    ],
  ])('refuses %s', (_, overrides, message) => {
    expect(() => read(overrides)).toThrow(message);
  });
});
