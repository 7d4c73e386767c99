import { InputError, NotAllowedError } from '@backstage/errors';
import {
  environmentCreatePermission,
  registrationSchema,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Router } from 'express';
import { audited } from './audited';
import { pageRequestSchema, toPage } from './pageRequest';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** Names for the audit log, from answers that nobody has judged yet. */
function auditedNames({ name, environment }: Record<string, unknown>) {
  const shorten = (value: unknown) => String(value).slice(0, 64);
  return { name: shorten(name), environment: shorten(environment) };
}

/** The registry: what people add to it, and what services read from it. */
export function addEnvironmentRoutes(
  router: Router,
  services: RouteServices,
): void {
  const { auditor, authorizer, httpAuth, references, registry, validator } =
    services;

  router.post(routes.environments(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { answers } = parseInput(registrationSchema, request.body);
    const { userEntityRef } = credentials.principal;

    const event = {
      eventId: 'environment-register',
      severityLevel: 'medium' as const,
      request,
      meta: auditedNames(answers),
    };
    const { environment, added } = await audited(auditor, event, async () => {
      const targets = await validator.targetsFor(answers);
      const proposal = validator.propose(answers, userEntityRef, targets);
      const missing =
        proposal && (await references.judge(proposal.answers, credentials));
      const refusals = [
        ...validator.judge(answers, targets),
        ...(missing ?? []),
      ]
        .filter(({ severity }) => severity === 'blocker')
        .map(({ headline, cause }) => `${headline}: ${cause}`);
      if (refusals.length > 0 || !proposal) {
        throw new InputError(
          ['These answers make no environment', ...refusals].join('\n'),
        );
      }
      await authorizer.require(
        environmentCreatePermission,
        proposal,
        credentials,
      );
      return registry.register(proposal);
    });
    if (added) await services.onRegistered(environment);
    response.status(added ? 201 : 200).json(environment);
  });

  router.get(routes.registrations(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service', 'user'],
    });
    if (credentials.principal.type !== 'service') {
      throw new NotAllowedError(
        'Registrations are for services; people read environments',
      );
    }
    const { cursor, limit } = parseInput(pageRequestSchema, request.query);
    const found = await registry.list({ after: cursor, limit: limit + 1 });
    response.json(toPage(found, limit));
  });
}
