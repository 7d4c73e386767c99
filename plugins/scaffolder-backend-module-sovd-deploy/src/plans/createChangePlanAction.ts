import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { planPath, toEnvironmentKey } from '../environmentPath';
import { plannedChangeInput } from '../plannedChangeInput';
import type { SovdDeployConnection } from '../SovdDeployConnection';
import { toFindingText } from '../toFindingText';
import { examples } from './createChangePlanAction.examples';
import { toPlanLines } from './toPlanLines';
import { toPlanRequest } from './toPlanRequest';
import { toPlanSections } from './toPlanSections';

/** Revisions that run; those that a rollback leaves in the database don't. */
function pendingRevisionsOf({ request, database }: Plan): number {
  return request.kind === 'rollback' ? 0 : database.pending.length;
}

/** `sovd:change:plan`: what a change would do, before anything is changed. */
export function createChangePlanAction(connection: SovdDeployConnection) {
  return createTemplateAction({
    id: 'sovd:change:plan',
    description:
      'Has the portal plan an upgrade, a rollback, a scale or a restart, and refuses when anything stands in its way',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...plannedChangeInput,
        version: z =>
          z
            .string({ description: 'Upgrade: image tag or digest to run' })
            .optional(),
        revision: z =>
          z
            .number({ description: "Rollback: Helm's revision to go back to" })
            .optional(),
        backendMin: z =>
          z
            .number({ description: 'Scale: least pods of the backend' })
            .optional(),
        backendMax: z =>
          z
            .number({ description: 'Scale: most pods of the backend' })
            .optional(),
      },
      output: {
        digest: z =>
          z.string({ description: 'Digest to give to sovd:change:apply' }),
        planUrl: z => z.string({ description: "Path of the plan's page" }),
        expiresAt: z =>
          z.string({ description: 'Until when it can be applied (RFC 3339)' }),
        wayBack: z =>
          z.enum(['plain', 'guarded', 'impossible', 'unknown'], {
            description: 'Whether what runs now could run again afterwards',
          }),
        pendingRevisions: z =>
          z.number({ description: 'Database revisions that run' }),
        changes: z =>
          z.array(z.string(), { description: 'A sentence for each change' }),
      },
    },
    async handler(ctx) {
      const { environmentRef, ...input } = ctx.input;
      const key = toEnvironmentKey(environmentRef);
      const request = toPlanRequest(input);
      const plan = await connection.ask(ctx, (api, options) =>
        api.plan(key, request, options),
      );
      const planUrl = planPath(key, plan.digest);
      toPlanLines(plan).forEach(line => ctx.logger.info(line));
      const blockers: string[] = [];
      for (const finding of plan.findings) {
        const text = toFindingText(finding);
        if (finding.severity === 'blocker') blockers.push(text);
        else if (finding.severity === 'warning') ctx.logger.warn(text);
        else ctx.logger.info(text);
      }
      if (blockers.length > 0) {
        throw new InputError([...blockers, `See ${planUrl}`].join('\n\n'));
      }
      ctx.logger.info(`Can be applied until ${plan.expiresAt}: ${planUrl}`);
      ctx.output('digest', plan.digest);
      ctx.output('planUrl', planUrl);
      ctx.output('expiresAt', plan.expiresAt);
      ctx.output('wayBack', plan.wayBack.verdict);
      ctx.output('pendingRevisions', pendingRevisionsOf(plan));
      ctx.output(
        'changes',
        toPlanSections(plan).flatMap(({ changes }) =>
          changes.map(({ sentence }) => sentence),
        ),
      );
    },
  });
}
