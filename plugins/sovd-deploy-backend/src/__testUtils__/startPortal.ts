import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { SovdDeployClient, isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { createSovdDeployPlugin } from '../createSovdDeployPlugin';
import { testDatabases } from './testDatabases';
import { testAnswers } from './testTarget';
import { testCatalog } from './testCatalog';
import { TestProviders } from './TestProviders';

// closed when all tests of the file that imports this have run
const databases = testDatabases();
const anyone = { result: AuthorizeResult.ALLOW } as const;

/** Configuration with one target, for tests. */
export const portalConfig = {
  kubernetes: {
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          {
            name: 'embedded',
            url: 'https://127.0.0.1:16443',
            serviceAccountToken: 'read-only',
          },
        ],
      },
    ],
  },
  integrations: {
    gitea: [{ host: 'localhost:15930', baseUrl: 'http://localhost:15930' }],
  },
  sovdDeploy: {
    targets: [
      {
        name: 'sandbox',
        title: 'Sandbox',
        cluster: 'embedded',
        clusterMode: 'create',
        region: 'us-east-1',
        accountId: '123456789012',
        imageRepositoryPattern: 'localhost:15000/{owner}/{name}-{component}',
        engines: ['cloudformation'],
        strategies: ['rolling'],
        databaseClasses: ['db.t3.medium'],
        kubernetesVersions: ['1.36'],
        repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
        deployer: { tokenFile: '/run/token' },
      },
    ],
  },
};

/** Decisions by permission; what isn't named is allowed. */
export type Policy = Partial<Record<string, PolicyDecision>>;

/**
 * The plugin in a backend of its own with a world in memory, for tests.
 *
 * @param policy - may be changed while it runs
 */
export async function startPortal(policy: Policy = {}) {
  const providers = new TestProviders();
  const actions = actionsRegistryServiceMock();
  const publish = jest.fn(async (_: unknown) => {});
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue(event);
  const events = mockServices.events.mock();
  const { server } = await startTestBackend({
    features: [
      createSovdDeployPlugin(() => providers, 50),
      mockServices.rootConfig.factory({ data: portalConfig }),
      mockServices.database.factory({ knex: await databases.openOne() }),
      mockServices.permissions.mock({
        authorizeConditional: async requests =>
          requests.map(({ permission }) => policy[permission.name] ?? anyone),
      }).factory,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      auditor.factory,
      catalogServiceMock.factory({ entities: testCatalog }),
      events.factory,
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client: SovdDeployApi = new SovdDeployClient({
    discoveryApi: {
      getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return {
    ...{ actions, auditor, client, event, events, policy },
    ...{ providers, publish, server },
  };
}

/** Follows a change to its end. */
export async function untilEnded(client: SovdDeployApi, id: string) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const change = await client.getChange(id);
    if (isTerminal(change.phase)) return change;
    if (Date.now() > deadline) throw new Error(JSON.stringify(change));
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** A portal with the environment `fleet-staging`, which runs its first release. */
export async function startWithRelease() {
  const portal = await startPortal();
  const { client, providers } = portal;
  const { repositoryUrl } = await client.registerEnvironment(testAnswers());
  const first = providers.stamp(repositoryUrl, 'fleet');
  const key = { namespace: 'default', name: 'fleet-staging' };
  const { id } = await client.startChange(key, { kind: 'create' });
  await untilEnded(client, id);
  const release = (tag: string, files?: Record<string, string>) =>
    providers.release(repositoryUrl, tag, files);
  return { ...portal, first, release, repositoryUrl };
}
