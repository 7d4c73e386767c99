import {
  environmentCreatePermission,
  routes,
  validationRequestSchema,
} from '@sovd/plugin-sovd-deploy-common';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { Router } from 'express';
import { toTarget } from '../environments/toTarget';
import { parseInput } from './parseInput';
import type { RouteServices } from './RouteServices';

function notYours(owner: string): Finding {
  return {
    rule: 'create-permission',
    severity: 'blocker',
    headline: `You may not create this environment for ${owner}`,
    cause: `The portal's permission policy refuses ${environmentCreatePermission.name} for these answers.`,
    nextSteps: [{ label: 'Choose a group that you belong to as the owner' }],
    fields: ['owner', 'tier'],
  };
}

/** What the form asks before anything is made. */
export function addValidationRoutes(
  router: Router,
  { authorizer, httpAuth, references, targets, validator }: RouteServices,
): void {
  router.get(routes.targets(), async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json({ items: targets.map(toTarget) });
  });

  router.post(routes.validations(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await authorizer.requireAny(environmentCreatePermission, credentials);
    const { answers } = parseInput(validationRequestSchema, request.body);

    const { userEntityRef } = credentials.principal;
    const proposal = validator.propose(answers, userEntityRef);
    const [validation, missing, allowed] = await Promise.all([
      validator.validate(answers),
      proposal && references.judge(proposal.answers, credentials),
      proposal &&
        authorizer.may(environmentCreatePermission, proposal, credentials),
    ]);
    validation.findings.push(...(missing ?? []));
    if (proposal && !allowed) {
      validation.findings.push(notYours(proposal.answers.owner));
    }
    response.json(validation);
  });
}
