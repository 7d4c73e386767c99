import { InputError, NotAllowedError } from '@backstage/errors';
import {
  environmentCreatePermission,
  environmentReadPermission,
  proposalRequestSchema,
  routes,
} from '@sovd/plugin-sovd-deploy-common';
import type { Stamp } from '@sovd/plugin-sovd-deploy-common';
import express from 'express';
import type { ErrorRequestHandler, Request, Router } from 'express';
import { findStampedApplication } from '../stamps/findStampedApplication';
import { audited } from './audited';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

/** Largest body of a proposal: a whole stamp in base64. */
const LIMIT_MB = 20;

const refuseLargeBody: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) =>
  next(
    error.type === 'entity.too.large'
      ? new InputError(
          `A proposal is ${LIMIT_MB} MB at most; take files out of the stamp that the template doesn't make`,
        )
      : error,
  );

/** What the template wrote into repositories, and what it would write anew. */
export function addStampRoutes(router: Router, services: RouteServices): void {
  const { auditor, authorizer, httpAuth, proposer, registry, stamps } =
    services;

  async function readableApplication(request: Request) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { application } = request.params;
    const { environments, ...place } = await findStampedApplication(
      registry,
      application,
    );
    // A stamp tells of all of them at once.
    await Promise.all(
      environments.map(environment =>
        authorizer.require(environmentReadPermission, environment, credentials),
      ),
    );
    return place;
  }

  router.get(routes.stamp(), async (request, response) => {
    const place = await readableApplication(request);
    const open = await proposer.listOpen(place.repositoryUrl);
    const stamp: Stamp = {
      ...place,
      ...(await stamps.readStamp(place.repositoryUrl, open.length > 0)),
    };
    response.json(stamp);
  });

  router.get(routes.templateStatus(), async (request, response) => {
    const place = await readableApplication(request);
    response.json(await services.templateStatus.read(place));
  });

  router.post(
    routes.proposals(),
    express.json({ limit: `${LIMIT_MB}mb` }),
    refuseLargeBody,
    async (request: Request, response: express.Response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const wanted = parseInput(proposalRequestSchema, request.body);
      const place = await findStampedApplication(
        registry,
        request.params.application,
      );
      const { application, environments } = place;

      const event = {
        eventId: 'stamp-propose',
        severityLevel: 'medium' as const,
        request,
        meta: { application, purpose: wanted.purpose },
      };
      const proposal = await audited(auditor, event, async () => {
        const granted = await Promise.all(
          environments.map(environment =>
            authorizer.may(
              environmentCreatePermission,
              environment,
              credentials,
            ),
          ),
        );
        if (!granted.includes(true)) {
          throw new NotAllowedError(
            `${environmentCreatePermission.name} isn't granted to you for ${application}; ask its owner ${environments[0].answers.owner}`,
          );
        }
        return proposer.propose(place, wanted);
      });
      response.status(proposal.state === 'proposed' ? 201 : 200).json(proposal);
    },
  );
}
