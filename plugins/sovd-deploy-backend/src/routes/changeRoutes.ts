import { NotFoundError } from '@backstage/errors';
import {
  changeApplyPermission,
  changeRequestSchema,
  environmentReadPermission,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Change, EnvironmentKey } from '@sovd/plugin-sovd-deploy-common';
import type { Request, Router } from 'express';
import { audited } from './audited';
import { findEnvironment } from './findEnvironment';
import { logRequestSchema } from './logRequest';
import { changePageRequestSchema, toChangePage } from './pageRequest';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** Planning once more takes seconds; whoever waits longer shall hear that it hangs. */
const APPLY_TIMEOUT_MS = 60_000;

/** Starting and following changes. */
export function addChangeRoutes(router: Router, services: RouteServices): void {
  const { applier, auditor, authorizer, changes, httpAuth, registry } =
    services;

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

  async function findChange(id: string) {
    const change = await changes.find(id);
    const environment = change && (await registry.find(change.environmentRef));
    if (environment) return { change, environment };
    throw new NotFoundError(`There is no change ${id}`);
  }

  async function readableChange(request: Request, id: string): Promise<Change> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { change, environment } = await findChange(id);
    await authorizer.require(
      environmentReadPermission,
      environment,
      credentials,
    );
    return change;
  }

  router.get(routes.changes(), async (request, response) => {
    const environment = await readableEnvironment(request, request.params);
    const { cursor, limit } = parseInput(
      changePageRequestSchema,
      request.query,
    );
    const found = await changes.list(environment.id, limit + 1, cursor);
    response.json(toChangePage(found, limit));
  });

  router.post(routes.changes(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const wanted = parseInput(changeRequestSchema, request.body);
    const environment = await findEnvironment(registry, request.params);

    const event = {
      eventId: 'change-start',
      severityLevel: 'high' as const,
      request,
      meta: { environmentRef: environment.entityRef, kind: wanted.kind },
    };
    const { change, started } = await audited(auditor, event, async () => {
      await authorizer.require(changeApplyPermission, environment, credentials);
      const requestedBy = credentials.principal.userEntityRef;
      return wanted.kind === 'create'
        ? changes.start(environment, { ...wanted, requestedBy })
        : applier.apply(
            environment,
            { ...wanted, requestedBy },
            AbortSignal.timeout(APPLY_TIMEOUT_MS),
          );
    });
    if (started) services.onStarted();
    response.status(started ? 201 : 200).json(change);
  });

  router.post(routes.changeAbort(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { id } = request.params;
    const { environment } = await findChange(id);

    const event = {
      eventId: 'change-abort',
      severityLevel: 'high' as const,
      request,
      meta: { environmentRef: environment.entityRef, changeId: id },
    };
    const change = await audited(auditor, event, async () => {
      await authorizer.require(changeApplyPermission, environment, credentials);
      return changes.requestAbort(id, credentials.principal.userEntityRef);
    });
    services.onAborted(id);
    response.status(202).json(change);
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
