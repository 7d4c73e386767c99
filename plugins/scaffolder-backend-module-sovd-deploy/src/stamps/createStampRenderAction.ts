import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseAnswers, TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { migrateAnswers } from '../answersMigrations/migrateAnswers';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { textOf } from './completeStamp';
import { examples } from './createStampRenderAction.examples';
import { parseTemplateRecord } from './parseTemplateRecord';
import { readScaledAnswers } from './readScaledAnswers';
import { templateVersionOf } from './templateVersionOf';
import { toUpgradeText } from './toUpgradeText';
import { upgradeStamp } from './upgradeStamp';
import { notesBetween, parseVersionNotes } from './versionNotes';
import { Workspace } from './Workspace';
import type { WorkspaceFile } from './Workspace';

function recordOf(files: readonly WorkspaceFile[], folder: string) {
  const file = files.find(({ path }) => path === TEMPLATE_RECORD);
  if (file) return parseTemplateRecord(textOf(file.content));
  throw new InputError(
    `The folder ${folder} of the workspace has no ${TEMPLATE_RECORD}: run sovd:stamp:read with targetPath ${folder} before this step.`,
  );
}

/** New questions are answered by the defaults of tier and target; what was chosen stays. */
function toEnvironment(
  name: string,
  answers: Record<string, unknown>,
  version: string | undefined,
  targets: readonly Target[],
) {
  const migrated = migrateAnswers(answers, version);
  const { answers: complete, target } = parseAnswers(migrated, targets);
  if (!target) {
    throw new InputError(
      `${name} runs on the target ${answers.target}, which the portal's configuration doesn't name. Bring it back there, under sovdDeploy.targets.`,
    );
  }
  if (complete) return { answers: complete, target };
  throw new InputError(
    `The answers of ${name} in ${TEMPLATE_RECORD} can't be read. Correct them on the branch sovd-template/base.`,
  );
}

/** `sovd:stamp:render`: a repository's whole stamp in a newer version of its template. */
export function createStampRenderAction(connection: SovdDeployConnection) {
  return createTemplateAction({
    id: 'sovd:stamp:render',
    description:
      "Makes the newer version's shared files in a folder of the workspace into the whole stamp of a repository: generated files of all its environments, its own files as they were seeded, and the record",
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        repositoryUrl: z =>
          z.string({ description: 'Page of the repository' }).url(),
        basePath: z =>
          z.string({
            description: 'Folder where sovd:stamp:read wrote the stamp before',
          }),
        targetPath: z =>
          z.string({
            description:
              "Folder where fetch:template wrote the newer version's shared files",
          }),
        notesPath: z =>
          z.string({ description: "File with the template's versions.yaml" }),
      },
      output: {
        version: z => z.string({ description: 'Version that is brought' }),
        title: z => z.string({ description: 'For the pull request' }),
        body: z =>
          z.string({
            description:
              'For the pull request: what is new, what breaks, what is to be done by hand',
          }),
      },
    },
    async handler(ctx) {
      const { repositoryUrl, basePath, targetPath, notesPath } = ctx.input;
      const { version } = templateVersionOf(ctx.templateInfo);
      if (!version) {
        throw new InputError(
          'This template has no annotation sovd.io/template-version: whoever keeps it has to give it the version of the template whose content it brings.',
        );
      }
      const at = (path: string) =>
        resolveSafeChildPath(ctx.workspacePath, path);
      const base = await new Workspace(at(basePath)).read();
      const record = recordOf(base, basePath);
      const target = new Workspace(at(targetPath));
      const targets = await connection.ask(ctx, (api, options) =>
        api.listTargets(options),
      );
      const environments = await Promise.all(
        Object.entries(record.environments).map(async ([name, recorded]) =>
          toEnvironment(
            name,
            await readScaledAnswers(connection, ctx, recorded, targets),
            record.template.version,
            targets,
          ),
        ),
      );
      const notes = parseVersionNotes(await readFile(at(notesPath), 'utf8'));
      const { files, removed, seeded } = upgradeStamp({
        base: { record, files: base },
        version,
        content: await target.read(),
        environments,
        repositoryUrl,
      });
      await target.write(files);
      const from = record.template.version ?? version;
      const { title, body } = toUpgradeText({
        application: record.application,
        from,
        to: version,
        notes: notesBetween(notes, from, version),
        removed,
        seeded,
      });
      ctx.logger.info(
        `Wrote ${files.length} files of version ${version}, for ${environments.length} environments`,
      );
      ctx.output('version', version);
      ctx.output('title', title);
      ctx.output('body', body);
    },
  });
}
