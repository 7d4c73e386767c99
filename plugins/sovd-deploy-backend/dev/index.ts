import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testCatalog } from '../src/__testUtils__/testCatalog';
import { TestProviders } from '../src/__testUtils__/TestProviders';
import { testTarget } from '../src/__testUtils__/testTarget';
import { createSovdDeployPlugin } from '../src/createSovdDeployPlugin';

// The plugin alone, on a world in memory in which the repository sovd/fleet was just
// stamped. README.md says how to have an environment created in it.
const providers = new TestProviders();
providers.stamp(`${testTarget.gitBaseUrl}/sovd/fleet`, 'fleet');

const port = process.env.PORT ?? '7007';
const { cluster, gitBaseUrl, ...target } = testTarget;
const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl: `http://localhost:${port}` },
      backend: {
        baseUrl: `http://localhost:${port}`,
        listen: `127.0.0.1:${port}`,
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      permission: { enabled: false },
      integrations: {
        gitea: [{ host: target.repositories.host, baseUrl: gitBaseUrl }],
      },
      kubernetes: {
        clusterLocatorMethods: [{ type: 'config', clusters: [{ ...cluster }] }],
      },
      sovdDeploy: { targets: [{ ...target, cluster: cluster.name }] },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(catalogServiceMock.factory({ entities: testCatalog }));
backend.add(createSovdDeployPlugin(() => providers));
backend.start();
