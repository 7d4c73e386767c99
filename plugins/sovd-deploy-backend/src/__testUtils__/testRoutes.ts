import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import express from 'express';
import type { Router } from 'express';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { createFleet } from '../createFleet';
import { createOverview } from '../createOverview';
import { createPlanner } from '../createPlanner';
import { createStamps } from '../createStamps';
import { EnvironmentValidator } from '../environments/EnvironmentValidator';
import { ReferenceJudge } from '../environments/ReferenceJudge';
import { EnvironmentNews } from '../fleet/EnvironmentNews';
import {
  createEnvironmentConditionalDecision,
  environmentConditions,
  environmentResourceRef,
  environmentRules,
} from '../permissions';
import { EnvironmentAuthorizer } from '../routes/EnvironmentAuthorizer';
import type { RouteServices } from '../routes/RouteServices';
import { openStores } from '../Stores';
import { testCatalog } from './testCatalog';
import { testDatabases } from './testDatabases';
import { proposeEnvironment, testTarget } from './testTarget';
import { TestProviders } from './TestProviders';

/** Decisions by permission; what isn't named is allowed. */
export type TestPolicy = Partial<Record<string, PolicyDecision>>;

export const nobody = { result: AuthorizeResult.DENY } as const;

/** Allows what one group owns. */
export function onlyOf(
  permission: ResourcePermission<'sovd-environment'>,
  owner: string,
): PolicyDecision {
  return createEnvironmentConditionalDecision(
    permission,
    environmentConditions.isEnvironmentOwner({ claims: [owner] }),
  );
}

/**
 * An application of one file of routes, with real stores in memory and a world of fakes
 * behind them. To be called where a suite is described.
 */
export function testRoutes(
  addRoutes: (router: Router, services: RouteServices) => void,
) {
  const databases = testDatabases();
  return async (policy: TestPolicy = {}) => {
    const database = await databases.openOne();
    const stores = await openStores(
      mockServices.database.mock({ getClient: async () => database }),
    );
    const { changes, registry } = stores;
    const providers = new TestProviders();
    const news = new EnvironmentNews({ announce: () => {} });
    const overview = createOverview({
      stores,
      providers,
      targets: [testTarget],
      announcer: news,
      logger: mockServices.logger.mock(),
    });
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue(event);
    const onAborted = jest.fn();
    const onStarted = jest.fn();
    const onRegistered = jest.fn(async (_: Environment) => {});
    const rules = Object.values(environmentRules);
    const catalog = catalogServiceMock({ entities: testCatalog });
    const router = PromiseRouter();
    router.use(express.json());
    addRoutes(router, {
      auditor,
      authorizer: new EnvironmentAuthorizer(
        mockServices.permissions.mock({
          authorizeConditional: async asked =>
            asked.map(
              ({ permission }) =>
                policy[permission.name] ?? { result: AuthorizeResult.ALLOW },
            ),
        }),
        {
          getPermissionRuleset: () => ({
            resourceRef: environmentResourceRef,
            getRuleByName: (name: string) => {
              const rule = rules.find(candidate => candidate.name === name);
              if (!rule) throw new Error(`No rule ${name}`);
              return rule;
            },
          }),
        } as never,
      ),
      changes,
      httpAuth: mockServices.httpAuth({ pluginId: 'sovd-deploy' }),
      fleet: createFleet({ news, overview, stores }),
      overview,
      references: new ReferenceJudge(catalog),
      registry,
      targets: [testTarget],
      validator: new EnvironmentValidator({
        targets: [testTarget],
        registry,
        sources: providers.sources,
        latestChange: id => changes.latest(id),
        now: () => new Date('2026-01-01'),
      }),
      plans: stores.plans,
      ...createStamps({
        auth: mockServices.auth(),
        catalog,
        logger: mockServices.logger.mock(),
        providers,
      }),
      ...createPlanner({
        stores,
        providers,
        targets: [testTarget],
      }),
      onAborted,
      onStarted,
      onRegistered,
    });
    const app = express().use(router).use(mockErrorHandler());
    return {
      ask: request(app),
      auditor,
      changes,
      event,
      onAborted,
      onRegistered,
      onStarted,
      policy,
      providers,
      registry,
      /** Puts an environment into the registry. */
      register: async (...answers: Parameters<typeof proposeEnvironment>) =>
        (await registry.register(proposeEnvironment(...answers))).environment,
    };
  };
}
