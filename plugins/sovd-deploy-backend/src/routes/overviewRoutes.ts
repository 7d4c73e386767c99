import {
  environmentReadPermission,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Router } from 'express';
import { findEnvironment } from './findEnvironment';
import { pageRequestSchema, toPage } from './pageRequest';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** What people see of environments. */
export function addOverviewRoutes(
  router: Router,
  { authorizer, httpAuth, overview, registry }: RouteServices,
): void {
  router.get(routes.environments(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { cursor, limit } = parseInput(pageRequestSchema, request.query);
    const filter = await authorizer.readFilter(credentials);
    const page = toPage(
      await registry.list({ filter, after: cursor, limit: limit + 1 }),
      limit,
    );
    response.json({
      ...page,
      items: await Promise.all(
        page.items.map(environment => overview.summarize(environment)),
      ),
      channel: overview.fleetChannel,
    });
  });

  router.get(routes.environment(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const environment = await findEnvironment(registry, request.params);
    await authorizer.require(
      environmentReadPermission,
      environment,
      credentials,
    );
    response.json(await overview.get(environment));
  });
}
