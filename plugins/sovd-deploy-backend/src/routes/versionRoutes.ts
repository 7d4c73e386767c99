import { changePlanPermission, routes } from '@sovd/plugin-sovd-deploy-common';
import type { Router } from 'express';
import { findEnvironment } from './findEnvironment';
import type { RouteServices } from './RouteServices';

/** Registry and Git host answer in moments, or not at all. */
const TIMEOUT_MS = 30_000;

/** What an environment could run. */
export function addVersionRoutes(
  router: Router,
  { authorizer, httpAuth, registry, versions }: RouteServices,
): void {
  router.get(routes.versions(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const environment = await findEnvironment(registry, request.params);
    await authorizer.require(changePlanPermission, environment, credentials);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    response.json({ items: await versions.list(environment, signal) });
  });
}
