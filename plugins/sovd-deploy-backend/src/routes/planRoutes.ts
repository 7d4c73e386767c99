import { NotFoundError } from '@backstage/errors';
import {
  changePlanPermission,
  planRequestSchema,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Request, Router } from 'express';
import { findEnvironment } from './findEnvironment';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** A plan takes seconds; whoever waits longer shall hear that it hangs. */
const TIMEOUT_MS = 60_000;

/** Seeing what a change would do. */
export function addPlanRoutes(router: Router, services: RouteServices): void {
  const { authorizer, httpAuth, planner, plans, registry } = services;

  /** A plan is for one person, so a service has none. */
  async function authorize(request: Request) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const environment = await findEnvironment(registry, request.params);
    await authorizer.require(changePlanPermission, environment, credentials);
    const person = credentials.principal.userEntityRef;
    return { environment, owner: { environmentId: environment.id, person } };
  }

  router.post(routes.plans(), async (request, response) => {
    const { environment, owner } = await authorize(request);
    const wanted = parseInput(planRequestSchema, request.body);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const planned = await planner.plan(environment, wanted, { signal });
    await plans.keep(planned, owner);
    response.status(201).json(planned.plan);
  });

  router.get(routes.plan(), async (request, response) => {
    const { environment, owner } = await authorize(request);
    const { digest } = request.params;
    const planned = await plans.find(digest, owner);
    if (!planned) {
      throw new NotFoundError(
        `You have no plan ${digest} for ${environment.name}, or it has expired; plan again`,
      );
    }
    response.json(planned.plan);
  });
}
