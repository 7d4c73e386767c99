import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ProposalRequest } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { examples } from './createStampProposeAction.examples';
import { toProposalLines } from './toProposalLines';
import { Workspace } from './Workspace';

interface Wish {
  application: string;
  environment?: string;
  version?: string;
  title?: string;
}

/** What is proposed, and what it is called where nobody gave a title. */
function toPurpose({
  application,
  environment,
  version,
  title,
}: Wish): Pick<ProposalRequest, 'purpose' | 'title'> {
  if (environment && !version) {
    return {
      purpose: { kind: 'environment', environment },
      title: title ?? `Add environment ${environment} to ${application}`,
    };
  }
  if (version && !environment) {
    return {
      purpose: { kind: 'template', version },
      title:
        title ?? `Upgrade ${application} to version ${version} of its template`,
    };
  }
  throw new InputError(
    'Say what the proposal is for: either environment, the one that it adds, or version, the one of the template that it brings.',
  );
}

/** `sovd:stamp:propose`: asks a team by a pull request to take a new stamp. */
export function createStampProposeAction(connection: SovdDeployConnection) {
  return createTemplateAction({
    id: 'sovd:stamp:propose',
    description:
      "Proposes a whole new stamp to an application's repository by a pull request, in which people decide about what both sides changed",
    examples,
    schema: {
      input: {
        application: z => z.string({ description: 'Name of the application' }),
        base: z =>
          z.string({
            description:
              'Output base of sovd:stamp:read: the stamp that this one was made from',
          }),
        environment: z =>
          z.string({ description: 'The environment that it adds' }).optional(),
        version: z =>
          z
            .string({
              description: 'The version of the template that it brings',
            })
            .optional(),
        title: z =>
          z.string({ description: 'Title of the pull request' }).optional(),
        body: z =>
          z
            .string({
              description:
                'What people should know, in Markdown; what it does to each environment is added',
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace that is the new stamp; the whole workspace when left out',
            })
            .optional(),
      },
      output: {
        state: z =>
          z.enum(['proposed', 'unchanged'], {
            description: 'unchanged: the repository has all of it already',
          }),
        pullRequestUrl: z =>
          z.string({
            description: 'Page of the pull request; empty when there is none',
          }),
        conflicts: z =>
          z.array(z.string(), {
            description: 'Files that the team and the template both changed',
          }),
      },
    },
    async handler(ctx) {
      const { application, base, body = '', targetPath = '.' } = ctx.input;
      const purpose = toPurpose(ctx.input);
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const files = await new Workspace(folder).read();
      if (files.length === 0) {
        throw new InputError(
          `The folder ${targetPath} of the workspace has no files: run sovd:environment:render or sovd:stamp:render before this step, with the same targetPath.`,
        );
      }
      const request: ProposalRequest = {
        ...purpose,
        base,
        body,
        files: files.map(({ path, content, executable }) => ({
          path,
          content: content.toString('base64'),
          executable,
        })),
      };
      const proposal = await connection.ask(ctx, (api, options) =>
        api.propose(application, request, options),
      );
      toProposalLines(application, proposal).forEach(line =>
        ctx.logger.info(line),
      );
      ctx.output('state', proposal.state);
      ctx.output('pullRequestUrl', proposal.pullRequest?.url ?? '');
      ctx.output('conflicts', proposal.conflicts);
    },
  });
}
