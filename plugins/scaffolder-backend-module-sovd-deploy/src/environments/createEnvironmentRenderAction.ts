import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { addEnvironment } from '../stamps/addEnvironment';
import { templateVersionOf } from '../stamps/templateVersionOf';
import { Workspace } from '../stamps/Workspace';
import { examples } from './createEnvironmentRenderAction.examples';

/** Names become paths, so nothing is written before all of them were judged. */
function parseAnswers(input: Record<string, unknown>): Answers {
  const parsed = answersSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    issue => `${issue.path.join('.') || 'answers'}: ${issue.message}`,
  );
  throw new InputError(
    ['These answers are no environment:', ...issues].join('\n'),
  );
}

/** `sovd:environment:render`: writes the generated files of one environment. */
export function createEnvironmentRenderAction(
  connection: SovdDeployConnection,
) {
  return createTemplateAction({
    id: 'sovd:environment:render',
    description:
      "Writes an environment's generated files into the workspace: answers, chart values, stack parameters, bootstrap manifests, catalog entities and the template's record. Where a repository was stamped before, the environment is added to it",
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        answers: z =>
          z.record(z.unknown(), {
            description: 'Answers as sovd:environment:validate returns them',
          }),
        repositoryUrl: z =>
          z.string({ description: 'Page of the repository' }).url(),
      },
      output: {
        files: z =>
          z.array(z.string(), { description: 'Paths that were written' }),
      },
    },
    async handler(ctx) {
      const { repositoryUrl } = ctx.input;
      const answers = parseAnswers(ctx.input.answers);
      const targets = await connection.ask(ctx, (api, options) =>
        api.listTargets(options),
      );
      const target = targets.find(({ name }) => name === answers.target);
      if (!target) {
        throw new InputError(
          `There is no target ${answers.target}. Choose one that the portal's configuration names.`,
        );
      }
      const workspace = new Workspace(ctx.workspacePath);
      const written = addEnvironment({
        answers,
        target,
        repositoryUrl,
        template: templateVersionOf(ctx.templateInfo),
        files: await workspace.read(),
      });
      await workspace.write(written);
      const files = written.map(file => file.path);
      ctx.logger.info(`Wrote ${files.length} generated files`);
      ctx.output('files', files);
    },
  });
}
