import { NotFoundError } from '@backstage/errors';
import {
  changeApplyPermission,
  changeRequestSchema,
  environmentReadPermission,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Change, EnvironmentKey } from '@sovd/plugin-sovd-deploy-common';
import type { Request, Router } from 'express';
import { z } from 'zod/v4';
import { audited } from './audited';
import { findEnvironment } from './findEnvironment';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** Changes shown of one environment; the latest ones. */
const HISTORY = 50;

const logRequestSchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
});

/** Starting and following changes. */
export function addChangeRoutes(router: Router, services: RouteServices): void {
  const { auditor, authorizer, changes, httpAuth, registry } = services;

  async function readableEnvironment(
    request: Request,
    place: Partial<EnvironmentKey>,
  ) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const environment = await findEnvironment(registry, place);
    await authorizer.require(
      environmentReadPermission,
      environment,
      credentials,
    );
    return environment;
  }

  async function readableChange(request: Request, id: string): Promise<Change> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const change = await changes.find(id);
    const environment = change && (await registry.find(change.environmentRef));
    if (!environment) throw new NotFoundError(`There is no change ${id}`);
    await authorizer.require(
      environmentReadPermission,
      environment,
      credentials,
    );
    return change;
  }

  router.get(routes.changes(), async (request, response) => {
    const environment = await readableEnvironment(request, request.params);
    response.json({ items: await changes.list(environment.id, HISTORY) });
  });

  router.post(routes.changes(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { kind, reason } = parseInput(changeRequestSchema, request.body);
    const environment = await findEnvironment(registry, request.params);

    const event = {
      eventId: 'change-start',
      severityLevel: 'high' as const,
      request,
      meta: { environmentRef: environment.entityRef, kind },
    };
    const { change, started } = await audited(auditor, event, async () => {
      await authorizer.require(changeApplyPermission, environment, credentials);
      const requestedBy = credentials.principal.userEntityRef;
      return changes.start(environment, { kind, reason, requestedBy });
    });
    if (started) services.onStarted();
    response.status(started ? 201 : 200).json(change);
  });

  router.get(routes.change(), async (request, response) => {
    response.json(await readableChange(request, request.params.id));
  });

  router.get(routes.changeLog(), async (request, response) => {
    const change = await readableChange(request, request.params.id);
    const { after } = parseInput(logRequestSchema, request.query);
    response.json({ items: await changes.log(change.id, after) });
  });
}
