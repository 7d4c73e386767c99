import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { toPlanSections } from './toPlanSections';
import type { PlanSection } from './PlanSection';

function toTitle({ request, environmentRef, fromVersion, toVersion }: Plan) {
  switch (request.kind) {
    case 'upgrade':
      return `Upgrade ${environmentRef} from ${fromVersion} to ${toVersion}`;
    case 'rollback':
      return `Roll ${environmentRef} back from ${fromVersion} to ${toVersion}`;
    case 'scale': {
      const { backendMin, backendMax } = request.input;
      return `Scale ${environmentRef} to between ${backendMin} and ${backendMax} backend pods`;
    }
    case 'restart':
      return `Restart the pods of ${environmentRef}`;
    default:
      return request satisfies never;
  }
}

function toSectionLines(section: PlanSection): string[] {
  const { title, changes, notes, unknown } = section;
  const lines = changes.flatMap(({ sentence, details }) => [
    sentence,
    ...details.map(detail => `  ${detail}`),
  ]);
  if (changes.length === 0 && !unknown) lines.push('nothing changes');
  return [...lines, ...notes].map(line => `${title}: ${line}`);
}

/** A plan for the log of a task, section by section, each line to be read by itself. */
export function toPlanLines(plan: Plan): string[] {
  const { verdict, reason } = plan.wayBack;
  return [
    toTitle(plan),
    ...toPlanSections(plan).flatMap(toSectionLines),
    `Way back: ${verdict}, ${reason}`,
  ];
}
