import type { PortalClient } from './PortalClient.ts';
import { until } from './until.ts';

interface Task {
  status: string;
}

/** Answers of every environment here. */
export const answers = { environment: 'staging', target: 'sandbox' };
export const owner = 'group:default/platform';

/**
 * Makes an environment by the template, through the portal's own API.
 *
 * @returns its name, once it runs
 */
export async function createEnvironment(
  client: PortalClient,
  name: string,
): Promise<string> {
  const environment = `${name}-${answers.environment}`;
  const page = `/api/sovd-deploy/v1/environments/default/${environment}`;
  const known = await client.get(page).catch(() => undefined);
  // left by a run that was interrupted
  if (known) return environment;
  const template = '/api/catalog/entities/by-name/template/default/sovd-webapp';
  await until('The template in the catalog', () =>
    client.get(template).catch(() => undefined),
  );
  const { body } = await client.post<{ id: string }>(
    '/api/scaffolder/v2/tasks',
    {
      templateRef: 'template:default/sovd-webapp',
      values: { name, description: 'Measured', owner, answers },
    },
  );
  const path = `/api/scaffolder/v2/tasks/${body.id}`;
  const { status } = await until(
    `The environment ${environment}`,
    async () => {
      const task = (await client.get<Task>(path)).body;
      return ['completed', 'failed', 'cancelled'].includes(task.status) && task;
    },
    { seconds: 600, every: 500 },
  );
  if (status !== 'completed') {
    const { body: events } = await client.get<{ body: { message: string } }[]>(
      `${path}/events`,
    );
    const last = events.slice(-8).map(event => event.body.message);
    throw new Error(`The template ${status}: ${last.join('\n')}`);
  }
  return environment;
}
