import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { changePath, toEnvironmentKey } from '../environmentPath';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { ChangeFailedError } from './ChangeFailedError';
import { examples } from './createStackProvisionAction.examples';
import { followChange } from './followChange';
import type { Wait } from './followChange';

/** `sovd:stack:provision`: starts the change that creates an environment and, unless told otherwise, follows it until its stack stands. */
export function createStackProvisionAction(
  connection: SovdDeployConnection,
  wait?: Wait,
) {
  return createTemplateAction({
    id: 'sovd:stack:provision',
    description:
      'Has the portal create an environment and follows the change until its cloud resources stand',
    examples,
    schema: {
      input: {
        environmentRef: z =>
          z.string({ description: 'Entity ref of a registered environment' }),
        reason: z =>
          z
            .string({ description: "Why, for the environment's history" })
            .max(500)
            .optional(),
        wait: z =>
          z
            .boolean({
              description:
                'False to start the creation and leave it to the portal; true by default',
            })
            .optional(),
      },
      output: {
        changeId: z => z.string({ description: 'Id of the change' }),
        changeUrl: z => z.string({ description: 'Path of its page' }),
      },
    },
    async handler(ctx) {
      const { environmentRef, reason, wait: isFollowed = true } = ctx.input;
      const key = toEnvironmentKey(environmentRef);
      const changeUrl = changePath(key);
      // No checkpoint: asking again returns the change that runs or has succeeded, and
      // a retry after a failure must get a new one.
      const { id: changeId } = await connection.ask(ctx, (api, options) =>
        api.startChange(key, { kind: 'create', reason }, options),
      );
      ctx.output('changeId', changeId);
      ctx.output('changeUrl', changeUrl);
      ctx.logger.info(
        `The portal carries out change ${changeId}, also when this task is stopped: ${changeUrl}`,
      );
      if (!isFollowed) return;
      const change = await followChange(
        connection,
        ctx,
        {
          changeId,
          stages: ['stack'],
          isSettled: ({ stages }) =>
            stages.some(
              ({ name, phase }) =>
                name === 'stack' &&
                (phase === 'succeeded' || phase === 'skipped'),
            ),
        },
        wait,
      );
      const stack = change.stages.find(({ name }) => name === 'stack');
      if (stack?.phase !== 'succeeded' && stack?.phase !== 'skipped') {
        throw new ChangeFailedError(change, changeUrl);
      }
    },
  });
}
