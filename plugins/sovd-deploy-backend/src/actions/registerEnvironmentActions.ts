import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { environmentInput } from './environmentInput';
import { readOnly } from './ReadAction';
import type { ReadAction } from './ReadAction';

/** Environments, and what each could run. */
export function registerEnvironmentActions(
  registry: ActionsRegistryService,
  read: ReadAction,
): void {
  registry.register({
    name: 'list-environments',
    title: 'List SOVD environments',
    description:
      'Lists the environments that the caller may see, page by page: owner, tier, version, headline and price of each. ' +
      'Give the nextCursor of an answer as the cursor of the next one.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          limit: z.number().int().min(1).max(200).optional(),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
          items: z.array(z.record(z.unknown())),
          nextCursor: z.string().optional(),
        }),
    },
    action: async call => ({
      output: await read.ask('list-environments', call, (api, options) =>
        api.listEnvironments(call.input, options),
      ),
    }),
  });

  registry.register({
    name: 'get-environment',
    title: 'Get a SOVD environment',
    description:
      'Gets all that is known of one environment: stack, release, rollout, database revision, cost, findings with their causes and next steps, ' +
      'and the change that runs. Each part says where it is from and how old it is, or why it is unknown.',
    attributes: readOnly,
    schema: {
      input: z => z.object(environmentInput(z)),
      output: z => z.object({ overview: z.record(z.unknown()) }),
    },
    action: async call => ({
      output: {
        overview: await read.ask('get-environment', call, (api, options) =>
          api.getOverview(call.input, options),
        ),
      },
    }),
  });

  registry.register({
    name: 'list-versions',
    title: 'List versions of a SOVD environment',
    description:
      'Lists the versions that an environment could run, newest first. Needs the right to plan changes.',
    attributes: readOnly,
    schema: {
      input: z => z.object(environmentInput(z)),
      output: z => z.object({ items: z.array(z.record(z.unknown())) }),
    },
    action: async call => ({
      output: {
        items: await read.ask('list-versions', call, (api, options) =>
          api.listVersions(call.input, options),
        ),
      },
    }),
  });
}
