import { NotFoundError } from '@backstage/errors';
import {
  changePlanPermission,
  planRequestSchema,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Request, Router } from 'express';
import { audited } from './audited';
import { findEnvironment } from './findEnvironment';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** A plan takes seconds; whoever waits longer shall hear that it hangs. */
const TIMEOUT_MS = 60_000;

/** Seeing what a change would do. */
export function addPlanRoutes(router: Router, services: RouteServices): void {
  const { auditor, authorizer, httpAuth, planner, plans, registry } = services;

  /** A plan is for one person, so a service has none. */
  async function asOwner(request: Request) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const environment = await findEnvironment(registry, request.params);
    const person = credentials.principal.userEntityRef;
    return {
      environment,
      owner: { environmentId: environment.id, person },
      authorize: () =>
        authorizer.require(changePlanPermission, environment, credentials),
    };
  }

  router.post(routes.plans(), async (request, response) => {
    const { authorize, environment, owner } = await asOwner(request);
    const wanted = parseInput(planRequestSchema, request.body);

    // it is kept, and the provider makes a preview for it
    const event = {
      eventId: 'plan-make',
      severityLevel: 'medium' as const,
      request,
      meta: { environmentRef: environment.entityRef, kind: wanted.kind },
    };
    const { plan } = await audited(auditor, event, async () => {
      await authorize();
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const planned = await planner.plan(environment, wanted, { signal });
      await plans.keep(planned, owner);
      return planned;
    });
    response.status(201).json(plan);
  });

  router.get(routes.plan(), async (request, response) => {
    const { authorize, environment, owner } = await asOwner(request);
    await authorize();
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
