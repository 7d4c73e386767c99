import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { toTemplateStanding } from './toTemplateStanding';

/** Which version a repository was stamped with and which there is, in one line. */
export function templateSentence(status: TemplateStatus): string {
  const { template, version, newest } = status;
  if (!newest) {
    const known = version ? `${template} ${version}` : template;
    return `${known}; this portal no longer has the template`;
  }
  if (!version) return `${template}, version unknown; newest is ${newest}`;
  switch (toTemplateStanding(status)) {
    case 'behind':
    case 'breaking':
      return `${template} ${version} → ${newest} available`;
    case 'ahead':
      return `${template} ${version}; this portal has the older ${newest}`;
    default:
      return `${template} ${version}, up to date`;
  }
}
