import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { gt, major, valid } from 'semver';

/**
 * Whether a template has gone on since a repository was stamped, by the rules of
 * https://semver.org. A repository that doesn't say its version is older than any.
 */
export function judgeVersions(
  version: string | undefined,
  newest: string | undefined,
): Pick<TemplateStatus, 'upgradable' | 'breaking'> {
  if (!newest || !valid(newest)) return { upgradable: false, breaking: false };
  if (!version || !valid(version)) return { upgradable: true, breaking: true };
  const upgradable = gt(newest, version);
  return { upgradable, breaking: upgradable && major(newest) > major(version) };
}
