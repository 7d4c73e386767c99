import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { changePath, toEnvironmentKey } from '../environmentPath';
import type { Initiator, SovdDeployConnection } from '../SovdDeployConnection';
import { ChangeFailedError } from './ChangeFailedError';
import { examples } from './createReleaseDeployAction.examples';
import { followChange } from './followChange';
import type { Wait } from './followChange';

type Task = Initiator &
  Pick<
    ActionContext<{ environmentRef: string; changeId?: string }>,
    'input' | 'checkpoint'
  >;

/**
 * The change to follow: the one that a former step started, or the environment's
 * creation. A step that runs a second time was retried by a person, who doesn't want
 * to be told again that the old change had failed.
 */
async function findChange(
  connection: SovdDeployConnection,
  ctx: Task,
): Promise<Change> {
  const { environmentRef, changeId } = ctx.input;
  let retried = true;
  await ctx.checkpoint({
    key: `sovd.release.deploy.${environmentRef}`,
    fn: async () => {
      retried = false;
      return environmentRef;
    },
  });
  const given =
    changeId &&
    (await connection.ask(ctx, (api, options) =>
      api.getChange(changeId, options),
    ));
  if (given && given.environmentRef !== environmentRef) {
    throw new InputError(
      `Change ${given.id} is about ${given.environmentRef}, not ${environmentRef}. Give the change of the same environment, or none.`,
    );
  }
  const hasFailed = given && ['failed', 'aborted'].includes(given.phase);
  if (given && !(retried && hasFailed)) return given;
  const key = toEnvironmentKey(environmentRef);
  return connection.ask(ctx, (api, options) =>
    api.startChange(key, { kind: 'create' }, options),
  );
}

/** `sovd:release:deploy`: follows the change that creates an environment to its end. */
export function createReleaseDeployAction(
  connection: SovdDeployConnection,
  wait?: Wait,
) {
  return createTemplateAction({
    id: 'sovd:release:deploy',
    description:
      'Follows the change that creates an environment until its release runs, is verified and recorded',
    examples,
    schema: {
      input: {
        environmentRef: z =>
          z.string({ description: 'Entity ref of a registered environment' }),
        changeId: z =>
          z
            .string({ description: 'Change that a former step started' })
            .optional(),
      },
      output: {
        changeId: z => z.string({ description: 'Id of the change' }),
        changeUrl: z => z.string({ description: 'Path of its page' }),
        version: z => z.string({ description: 'Version that runs' }).optional(),
      },
    },
    async handler(ctx) {
      const changeUrl = changePath(toEnvironmentKey(ctx.input.environmentRef));
      const { id: changeId } = await findChange(connection, ctx);
      ctx.output('changeId', changeId);
      ctx.output('changeUrl', changeUrl);
      ctx.logger.info(
        `The portal carries out change ${changeId}, also when this task is stopped: ${changeUrl}`,
      );
      const change = await followChange(
        connection,
        ctx,
        {
          changeId,
          stages: stageNames.filter(
            name => name !== 'stack' || changeId !== ctx.input.changeId,
          ),
        },
        wait,
      );
      if (change.phase !== 'succeeded') {
        throw new ChangeFailedError(change, changeUrl);
      }
      if (change.version) ctx.output('version', change.version);
    },
  });
}
