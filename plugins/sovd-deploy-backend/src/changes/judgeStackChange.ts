import type {
  Environment,
  Finding,
  ResourceChange,
  Stack,
} from '@sovd/plugin-sovd-deploy-common';
import { blocker } from './blocker';

/** Says that a stack isn't in a state in which it can be used or changed. */
export function judgeStackState(
  { stackName }: Pick<Environment, 'stackName'>,
  stack: Stack | undefined,
): Finding[] {
  if (stack?.phase === 'ready') return [];
  const state = stack?.providerStatus ?? 'not there';
  const cause = stack?.cause ? `: ${stack.cause}` : '';
  const moving = stack && /ing|back/.test(stack.phase);
  return [
    blocker(
      'stack-not-ready',
      `Stack ${stackName} is ${state}`,
      `A release needs its outputs${cause || '.'}`,
      moving
        ? 'Wait until it is done, then plan again'
        : `Bring ${stackName} in order, then plan again`,
    ),
  ];
}

/** Says of resources that are lost or made anew what that means. */
export function judgeResources(changes: readonly ResourceChange[]): Finding[] {
  return changes.flatMap(({ action, logicalId, properties, type }) => {
    const because = properties.map(({ path }) => path).join(', ');
    switch (action) {
      case 'delete':
        return [
          warning(
            'resource-deleted',
            `${logicalId} is deleted`,
            `The template of the coming version has no ${logicalId} (${type}); what it holds is lost.`,
          ),
        ];
      case 'replace':
        return [
          warning(
            'resource-replaced',
            `${logicalId} is replaced`,
            `${because} of ${type} can't be changed in place: a new one is made and the old one deleted, with what it holds.`,
          ),
        ];
      case 'maybe-replace':
        return [
          warning(
            'resource-replaced',
            `${logicalId} may be replaced`,
            `Whether ${
              because || type
            } can be changed in place shows only when it is done.`,
          ),
        ];
      default:
        return [];
    }
  });
}

function warning(rule: string, headline: string, cause: string): Finding {
  const nextSteps = [{ label: 'Look at what it holds, and at its backup' }];
  return { rule, severity: 'warning', headline, cause, nextSteps };
}
