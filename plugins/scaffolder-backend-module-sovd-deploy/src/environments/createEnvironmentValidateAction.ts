import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Finding, Validation } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { toFindingText } from '../toFindingText';
import { examples } from './createEnvironmentValidateAction.examples';
import { judgeApplication } from './judgeApplication';
import { mergeAnswers } from './mergeAnswers';
import { toCatalogInfoUrl } from './toCatalogInfoUrl';

function blockersOf({ findings, repository }: Validation): Finding[] {
  const blockers = findings.filter(({ severity }) => severity === 'blocker');
  if (blockers.length === 0 && repository?.state === 'foreign') {
    blockers.push({
      rule: 'repository',
      severity: 'blocker',
      headline: `${repository.url} belongs to somebody else`,
      cause: 'A repository of this name exists and was not stamped for it.',
      nextSteps: [{ label: 'Choose another name' }],
      fields: ['name'],
    });
  }
  return blockers;
}

/** `sovd:environment:validate`: the portal's verdict on the answers, before anything is made. */
export function createEnvironmentValidateAction(
  connection: SovdDeployConnection,
) {
  return createTemplateAction({
    id: 'sovd:environment:validate',
    description:
      'Judges the answers for a new environment and refuses them when anything would stand in its way',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        answers: z =>
          z.record(z.unknown(), {
            description: 'Answers of the form; `touched` is left out',
          }),
        application: z =>
          z
            .record(z.unknown(), {
              description:
                'Answers of a first step of its own: name, description, owner, system',
            })
            .optional(),
        existing: z =>
          z
            .boolean({
              description:
                'True when the environment is added to the repository of an application that has others; such an application is refused otherwise',
            })
            .optional(),
      },
      output: {
        answers: z =>
          z.record(z.unknown(), { description: 'Answers with defaults' }),
        environmentName: z =>
          z.string({ description: 'Name the environment will have' }),
        environmentRef: z =>
          z.string({ description: 'Entity ref the environment will have' }),
        repository: z =>
          z.enum(['new', 'ours'], {
            description: 'Whether the repository has to be published',
          }),
        repoUrl: z =>
          z.string({ description: 'Repository, as publish actions take it' }),
        repositoryUrl: z => z.string({ description: 'Page of the repository' }),
        catalogInfoUrl: z =>
          z.string({ description: 'Its catalog-info.yaml, for the catalog' }),
        findings: z =>
          z.array(z.record(z.unknown()), { description: 'What to know' }),
      },
    },
    async handler(ctx) {
      const validation = await connection.ask(ctx, (api, options) =>
        api.validate(mergeAnswers(ctx.input), options),
      );
      const blockers = blockersOf(validation);
      if (!ctx.input.existing) {
        blockers.push(...(await judgeApplication(connection, ctx, validation)));
      }
      if (blockers.length > 0) {
        throw new InputError(blockers.map(toFindingText).join('\n\n'));
      }
      const { answers, environmentName, repository, target, findings } =
        validation;
      if (!answers || !environmentName || !repository || !target) {
        throw new Error(
          'The portal judged the answers without naming the environment and its repository. Check that all sovd-deploy packages have the same version.',
        );
      }
      for (const finding of findings) {
        const text = toFindingText(finding);
        if (finding.severity === 'info') ctx.logger.info(text);
        else ctx.logger.warn(text);
      }
      ctx.output('answers', answers);
      ctx.output('environmentName', environmentName);
      ctx.output('environmentRef', `resource:default/${environmentName}`);
      ctx.output('repository', repository.state);
      ctx.output('repoUrl', repository.repoUrl);
      ctx.output('repositoryUrl', repository.url);
      ctx.output(
        'catalogInfoUrl',
        toCatalogInfoUrl(repository.url, target.repositories.type),
      );
      ctx.output('findings', findings);
    },
  });
}
