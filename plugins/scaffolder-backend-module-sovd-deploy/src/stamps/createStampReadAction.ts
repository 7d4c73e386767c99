import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { examples } from './createStampReadAction.examples';
import { requireSameVersion } from './requireSameVersion';
import { templateVersionOf } from './templateVersionOf';
import { toEnvironments } from './toEnvironments';
import { Workspace } from './Workspace';

/** `sovd:stamp:read`: lays out a repository as the template last wrote it. */
export function createStampReadAction(connection: SovdDeployConnection) {
  return createTemplateAction({
    id: 'sovd:stamp:read',
    description:
      "Writes an application's newest pristine stamp into the workspace, exactly as the template made it, and says what it was made from",
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        application: z =>
          z.string({
            description:
              'Name of the application: the annotation sovd.io/application of its entities',
          }),
        sameVersion: z =>
          z
            .boolean({
              description:
                "Refuse a repository of another template version than that of the task's template",
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace to write it into; the workspace itself when left out',
            })
            .optional(),
      },
      output: {
        application: z =>
          z.record(z.unknown(), {
            description:
              'What all its environments say of it: name, description, owner, system',
          }),
        base: z => z.string({ description: 'Commit of the stamp' }),
        version: z =>
          z.string({ description: 'Version of the template that made it' }),
        environments: z =>
          z.record(z.record(z.unknown()), {
            description:
              'Answers by environment, in the form of the newest version',
          }),
        repositoryUrl: z => z.string({ description: 'Page of the repository' }),
      },
    },
    async handler(ctx) {
      const { application: name, sameVersion, targetPath = '.' } = ctx.input;
      if (!name) {
        throw new InputError(
          'The chosen entity has no annotation sovd.io/application, so the portal stamped no repository of it. Choose the System or a Component of an application that was created here, or create one with the template SOVD WebApp.',
        );
      }
      const stamp = await connection.ask(ctx, (api, options) =>
        api.getStamp(name, options),
      );
      const { record } = stamp;
      if (sameVersion) {
        requireSameVersion(record, templateVersionOf(ctx.templateInfo));
      }
      const environments = toEnvironments(record);
      const [first] = environments;
      if (!first) {
        throw new InputError(
          `.sovd-template.yaml of ${stamp.repositoryUrl} names no environment. Bring back the record that the portal wrote.`,
        );
      }
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      await new Workspace(folder).write(
        stamp.files.map(({ path, content, executable }) => ({
          path,
          content: Buffer.from(content, 'base64'),
          executable,
        })),
      );
      const { version = 'unknown' } = record.template;
      ctx.logger.info(
        `Wrote ${stamp.files.length} files of ${stamp.commit.slice(
          0,
          7,
        )}, stamped by ${record.template.name} ${version}`,
      );
      const { description, owner, system } = first;
      ctx.output('application', {
        name: first.name,
        description,
        owner,
        ...(system && { system }),
      });
      ctx.output('base', stamp.commit);
      ctx.output('version', version);
      ctx.output(
        'environments',
        Object.fromEntries(
          environments.map(answers => [answers.environment, answers]),
        ),
      );
      ctx.output('repositoryUrl', stamp.repositoryUrl);
    },
  });
}
