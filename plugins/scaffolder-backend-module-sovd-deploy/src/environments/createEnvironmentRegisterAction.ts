import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { environmentPath, toEnvironmentKey } from '../environmentPath';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { examples } from './createEnvironmentRegisterAction.examples';

/** `sovd:environment:register`: makes the portal responsible for an environment. */
export function createEnvironmentRegisterAction(
  connection: SovdDeployConnection,
) {
  return createTemplateAction({
    id: 'sovd:environment:register',
    description:
      'Registers an environment, or finds the one that was registered with the same answers',
    examples,
    schema: {
      input: {
        answers: z =>
          z.record(z.unknown(), {
            description: 'Answers as sovd:environment:validate returns them',
          }),
      },
      output: {
        environmentRef: z =>
          z.string({ description: 'Entity ref of the environment' }),
        entityUrl: z =>
          z.string({ description: "Path of the environment's page" }),
      },
    },
    async handler(ctx) {
      const { entityRef } = await connection.ask(ctx, (api, options) =>
        api.registerEnvironment(ctx.input.answers, options),
      );
      ctx.logger.info(`Registered ${entityRef}`);
      ctx.output('environmentRef', entityRef);
      ctx.output('entityUrl', environmentPath(toEnvironmentKey(entityRef)));
    },
  });
}
