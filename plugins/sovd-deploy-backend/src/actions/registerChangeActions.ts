import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { environmentInput } from './environmentInput';
import { readOnly } from './ReadAction';
import type { ReadAction } from './ReadAction';

/** The end of a log is where its reason stands. */
const LINES = 100;

/** What was done to environments, and what was planned. */
export function registerChangeActions(
  registry: ActionsRegistryService,
  read: ReadAction,
): void {
  registry.register({
    name: 'list-changes',
    title: 'List changes of a SOVD environment',
    description:
      'Lists the changes of an environment, newest first, page by page: who asked for each, why, its stages and how it ended. ' +
      'Give the nextCursor of an answer as the cursor of the next one.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          ...environmentInput(z),
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
      output: await read.ask('list-changes', call, (api, options) => {
        const { cursor, limit, ...key } = call.input;
        return api.listChanges(key, { cursor, limit }, options);
      }),
    }),
  });

  registry.register({
    name: 'get-change',
    title: 'Get a change of a SOVD environment',
    description:
      'Gets one change with its stages, its first failing cause and the last part of its log.',
    attributes: readOnly,
    schema: {
      input: z => z.object({ id: z.string().uuid() }),
      output: z =>
        z.object({
          change: z.record(z.unknown()),
          log: z.array(z.record(z.unknown())),
        }),
    },
    action: async call => ({
      output: await read.ask('get-change', call, async (api, options) => {
        const { id } = call.input;
        const change = await api.getChange(id, options);
        const log: ChangeLogEntry[] = [];
        for (let after = 0; ; after = log.at(-1)?.position ?? 0) {
          const { items } = await api.getChangeLog(id, after, options);
          if (items.length === 0) return { change, log: log.slice(-LINES) };
          log.push(...items);
        }
      }),
    }),
  });

  registry.register({
    name: 'get-plan',
    title: 'Get a plan of a SOVD environment',
    description:
      'Gets a plan that the caller had made before, until it expires: what would change, what it costs, and whether there is a way back.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          ...environmentInput(z),
          digest: z.string().describe('Such as sha256:…'),
        }),
      output: z => z.object({ plan: z.record(z.unknown()) }),
    },
    action: async call => ({
      output: {
        plan: await read.ask('get-plan', call, (api, options) =>
          api.getPlan(call.input, call.input.digest, options),
        ),
      },
    }),
  });
}
