import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { examples } from './createEnvironmentRenderAction.examples';
import { toEnvironmentFiles } from './toEnvironmentFiles';
import type { TemplateVersion } from './toTemplateRecord';

/** Annotation of a template that says which version of it stamps. */
const VERSION_ANNOTATION = 'sovd.io/template-version';

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

function versionOf(
  templateInfo: ActionContext<{}>['templateInfo'],
): TemplateVersion {
  const metadata = templateInfo?.entity?.metadata;
  const version = metadata?.annotations?.[VERSION_ANNOTATION];
  return {
    name: metadata?.name ?? 'sovd-webapp',
    ...(version && { version }),
  };
}

/** `sovd:environment:render`: writes the generated files of one environment. */
export function createEnvironmentRenderAction(
  connection: SovdDeployConnection,
) {
  return createTemplateAction({
    id: 'sovd:environment:render',
    description:
      "Writes an environment's generated files into the workspace: answers, chart values, stack parameters, bootstrap manifests, catalog entities and the template's record",
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
      const files = toEnvironmentFiles({
        answers,
        target,
        repositoryUrl: ctx.input.repositoryUrl,
        template: versionOf(ctx.templateInfo),
      });
      for (const file of files) {
        const at = resolveSafeChildPath(ctx.workspacePath, file.path);
        await mkdir(path.dirname(at), { recursive: true });
        await writeFile(at, file.content);
      }
      ctx.logger.info(`Wrote ${files.length} generated files`);
      ctx.output(
        'files',
        files.map(file => file.path),
      );
    },
  });
}
