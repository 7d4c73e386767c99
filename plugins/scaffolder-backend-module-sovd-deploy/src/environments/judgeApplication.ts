import type {
  Answers,
  Finding,
  Validation,
} from '@sovd/plugin-sovd-deploy-common';
import { environmentPath } from '../environmentPath';
import type { Initiator, SovdDeployConnection } from '../SovdDeployConnection';

/** More environments than an application has. */
const LIMIT = 200;

/** Where a further environment is asked for, with the application filled in. */
function addEnvironmentPath({ name, system }: Answers): string {
  // an application that joins a System has none of its own
  const application = system
    ? `component:default/${name}-backend`
    : `system:default/${name}`;
  const form = { application };
  return `/create/templates/default/sovd-webapp-environment?formData=${encodeURIComponent(
    JSON.stringify(form),
  )}`;
}

/**
 * Whether an application can still be created: its repository is published once, and
 * further environments come into it by pull requests. A creation that was cut off may
 * run again.
 */
export async function judgeApplication(
  connection: SovdDeployConnection,
  initiator: Initiator,
  { answers, environmentName, repository }: Validation,
): Promise<Finding[]> {
  if (!answers || repository?.state !== 'ours') return [];
  const { name, environment } = answers;
  const { items } = await connection.ask(initiator, (api, options) =>
    api.listEnvironments({ application: name, limit: LIMIT }, options),
  );
  const [first] = items;
  if (!first || items.some(item => item.name === environmentName)) return [];
  return [
    {
      rule: 'application-exists',
      severity: 'blocker',
      headline: `${name} exists already, with ${first.name}`,
      cause: `This template makes new applications. ${environment} would be another environment of ${name}, and has to be added to ${repository.url} by a pull request.`,
      nextSteps: [
        {
          label: `Use "Add environment" for ${name}`,
          href: addEnvironmentPath(answers),
        },
        {
          label: `Look at ${first.name}`,
          href: environmentPath({ namespace: 'default', name: first.name }),
        },
        { label: 'Or choose another name for a new application' },
      ],
      fields: ['name'],
    },
  ];
}
