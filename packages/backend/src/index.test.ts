import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';

/** The lists of features, read from their text: the test runner can't follow their imports. */
const list = ['addBackstage.ts', 'index.ts']
  .map(name => readFileSync(path.join(__dirname, name), 'utf8'))
  .join('');
const features = [...list.matchAll(/import\('([^']+)'\)/g)].map(
  ([, name]) => jest.requireActual<{ default: BackendFeature }>(name).default,
);

/** What the list of features needs to start without any target. */
const config = {
  app: { baseUrl: 'http://localhost:0' },
  backend: { baseUrl: 'http://localhost:0' },
  auth: {
    environment: 'development',
    providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
  },
  permission: { enabled: true },
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [{ type: 'config', clusters: [] }],
  },
};

describe('the backend', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        ...features,
        mockServices.rootConfig.factory({ data: config }),
        mockServices.permissions.factory(),
      ],
    });
    server = backend.server;
  });

  it('starts with every feature of the list', async () => {
    expect(features).toHaveLength(list.match(/backend\.add\(/g)?.length ?? 0);
    const actions = await request(server)
      .get('/api/scaffolder/v2/actions')
      .set('Authorization', mockCredentials.user.header());
    expect(actions.status).toBe(200);
    expect(actions.body.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([
        'publish:gitea',
        'catalog:register',
        'sovd:environment:validate',
        'sovd:release:deploy',
      ]),
    );
    const targets = await request(server)
      .get('/api/sovd-deploy/v1/targets')
      .set('Authorization', mockCredentials.user.header());
    expect(targets.body).toEqual({ items: [] });
  });

  it.each([
    '/api/sovd-deploy/v1/environments',
    '/api/catalog/entities',
    '/api/scaffolder/v2/tasks',
    '/api/kubernetes/clusters',
    '/api/techdocs/metadata/techdocs/default/system/fleet',
  ])('lets nobody in at %s who is not signed in', async address => {
    const response = await request(server)
      .get(address)
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });
});
