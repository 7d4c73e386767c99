import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SovdDeployConnection } from '../SovdDeployConnection';

/** `sovd:change:look`: tells how a change is. */
export function createChangeLookAction(connection: SovdDeployConnection) {
  return createTemplateAction({
    id: 'sovd:change:look',
    description: 'Tells how a change is, without waiting for it',
    supportsDryRun: true,
    schema: {
      input: {
        changeId: z => z.string({ description: 'Id of the change' }),
      },
      output: {
        phase: z => z.string({ description: 'Where in its life it is' }),
      },
    },
    async handler(ctx) {
      const { phase } = await connection.ask(ctx, (api, options) =>
        api.getChange(ctx.input.changeId, options),
      );
      ctx.output('phase', phase);
    },
  });
}
