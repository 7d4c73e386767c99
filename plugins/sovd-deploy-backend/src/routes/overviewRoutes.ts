import {
  environmentQuerySchema,
  environmentReadPermission,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Router } from 'express';
import { findEnvironment } from './findEnvironment';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** What people see of environments. */
export function addOverviewRoutes(
  router: Router,
  { authorizer, fleet, httpAuth, overview, registry }: RouteServices,
): void {
  router.get(routes.environments(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseInput(environmentQuerySchema, request.query);
    const filter = await authorizer.readFilter(credentials);
    response.json(await fleet.getPage(query, filter));
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
