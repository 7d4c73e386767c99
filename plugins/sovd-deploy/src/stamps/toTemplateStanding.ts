import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateStanding } from '../kit/intent';

/** How a repository stands to its template, in one word. */
export function toTemplateStanding({
  version,
  newest,
  upgradable,
  breaking,
}: TemplateStatus): TemplateStanding {
  if (upgradable) return breaking ? 'breaking' : 'behind';
  if (version === undefined || newest === undefined) return 'unknown';
  return version === newest ? 'current' : 'ahead';
}
