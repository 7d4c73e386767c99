import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { PlannedKind } from '@sovd/plugin-sovd-deploy-common';
import { changePath, toEnvironmentKey } from '../environmentPath';
import { plannedChangeInput } from '../plannedChangeInput';
import type { Initiator, SovdDeployConnection } from '../SovdDeployConnection';
import { ChangeFailedError } from './ChangeFailedError';
import { examples } from './createChangeApplyAction.examples';
import { followChange } from './followChange';
import type { Wait } from './followChange';

type Application = {
  environmentRef: string;
  kind: PlannedKind;
  planDigest: string;
  reason: string;
};

type Task = Initiator &
  Pick<ActionContext<Application>, 'input' | 'checkpoint'>;

/**
 * Starts the change, or finds the one that this step has started before: a plan is good
 * for one use, so a step that was interrupted must not ask for a second. Only when that
 * change came to nothing is a new one asked for, which the portal grants to a new plan.
 */
async function startOnce(
  connection: SovdDeployConnection,
  ctx: Task,
): Promise<string> {
  const { environmentRef, ...request } = ctx.input;
  const key = toEnvironmentKey(environmentRef);
  for (let attempt = 1; ; attempt += 1) {
    let isNew = false;
    const changeId = await ctx.checkpoint({
      key: `sovd.change.apply.${environmentRef}.${attempt}`,
      fn: async () => {
        const { id } = await connection.ask(ctx, (api, options) =>
          api.startChange(key, request, options),
        );
        isNew = true;
        return id;
      },
    });
    if (isNew) return changeId;
    const { phase } = await connection.ask(ctx, (api, options) =>
      api.getChange(changeId, options),
    );
    if (phase !== 'failed' && phase !== 'aborted') return changeId;
  }
}

/** `sovd:change:apply`: has exactly what was planned carried out, and follows it to its end. */
export function createChangeApplyAction(
  connection: SovdDeployConnection,
  wait?: Wait,
) {
  return createTemplateAction({
    id: 'sovd:change:apply',
    description:
      'Has the portal carry out a plan and follows the change until it has ended; refused when anything moved since it was planned',
    examples,
    schema: {
      input: {
        ...plannedChangeInput,
        planDigest: z =>
          z
            .string({ description: 'Digest that sovd:change:plan gave' })
            .regex(/^sha256:[0-9a-f]{64}$/),
        reason: z =>
          z
            .string({ description: "Why, for the environment's history" })
            .regex(/\S/, 'Say why')
            .max(500),
      },
      output: {
        changeId: z => z.string({ description: 'Id of the change' }),
        changeUrl: z => z.string({ description: 'Path of its page' }),
      },
    },
    async handler(ctx) {
      const changeId = await startOnce(connection, ctx);
      const changeUrl = changePath(
        toEnvironmentKey(ctx.input.environmentRef),
        changeId,
      );
      ctx.output('changeId', changeId);
      ctx.output('changeUrl', changeUrl);
      ctx.logger.info(
        `The portal carries out change ${changeId}, also when this task is stopped: ${changeUrl}`,
      );
      const following = { changeId, stages: stageNames };
      const change = await followChange(connection, ctx, following, wait);
      if (change.phase !== 'succeeded') {
        throw new ChangeFailedError(change, changeUrl);
      }
    },
  });
}
