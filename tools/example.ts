import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'yaml';
import { PortalApi, PortalError } from '../sandbox/src/portal/PortalApi.ts';
import type { Settings } from '../sandbox/src/settings.ts';

const TEMPLATE = 'template:default/sovd-webapp';
const POLL_MS = 1_000;

/** What the form is answered with. */
interface Form {
  readonly name: string;
  readonly answers: { readonly environment: string };
}

/** An entry of a scaffolder task's log. */
interface TaskEvent {
  readonly id: number;
  readonly type: 'log' | 'completion' | string;
  readonly body: {
    readonly message?: string;
    readonly stepId?: string;
    readonly status?: string;
  };
}

/** Whether its creation has come to a good end before. */
async function stands(portal: PortalApi, environment: string) {
  const address = `/api/sovd-deploy/v1/environments/default/${environment}/changes`;
  try {
    const { items } = await portal.get<{
      items: { kind: string; phase: string }[];
    }>(address);
    return items.some(
      ({ kind, phase }) => kind === 'create' && phase === 'succeeded',
    );
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return false;
    throw error;
  }
}

/** Prints a task's log as it comes. @returns how it ended */
async function follow(portal: PortalApi, task: string): Promise<string> {
  for (let after = 0; ; await delay(POLL_MS)) {
    const events = await portal.get<TaskEvent[]>(
      `/api/scaffolder/v2/tasks/${task}/events?after=${after}`,
    );
    for (const { body, id, type } of events) {
      after = id;
      if (body.message) {
        const step = (body.stepId ?? '').padEnd(10);
        process.stdout.write(
          `  ${step}${stripVTControlCharacters(body.message)}\n`,
        );
      }
      if (type === 'completion') return body.status ?? 'completed';
    }
  }
}

/** `./yarnw example`: has the portal make the example environment, through its own API. */
export async function example(settings: Settings): Promise<number> {
  const file = path.join(settings.root, 'examples', 'environment.yaml');
  const values = parse(await readFile(file, 'utf8')) as Form;
  const environment = `${values.name}-${values.answers.environment}`;
  const url = `http://localhost:${settings.portalPort}`;
  const page = `${url}/catalog/default/resource/${environment}`;
  const portal = await PortalApi.signIn(url);
  if (await stands(portal, environment)) {
    process.stdout.write(`The example stands already:\n\n    ${page}\n\n`);
    return 0;
  }
  const { id } = await portal.post<{ id: string }>('/api/scaffolder/v2/tasks', {
    templateRef: TEMPLATE,
    values,
  });
  process.stdout.write(
    `Making ${environment}; its log is also at ${url}/create/tasks/${id}\n`,
  );
  const end = await follow(portal, id);
  if (end !== 'completed') {
    process.stderr.write(
      `It ended as ${end}. Once its reason is gone, "./yarnw example" goes on where it stopped.\n`,
    );
    return 1;
  }
  process.stdout.write(`\nThe example stands:\n\n    ${page}\n\n`);
  return 0;
}
