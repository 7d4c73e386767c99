import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

/** How an application's repository stands to its template, as a part. */
export function toTemplatePart(
  live: Live<TemplateStatus>,
  { application, askWhom }: { application: string; askWhom: string },
): ShownPart<TemplateStatus> {
  return toPart(live, {
    source: 'The repository',
    permission: environmentReadPermission.name,
    askWhom,
    missing: {
      headline: 'Not made by a template of this portal',
      reason:
        `This portal knows no environment of ${application}, or its repository has no .sovd-template.yaml on the default branch. ` +
        "What the template brings later can't be merged into it.",
    },
  });
}
