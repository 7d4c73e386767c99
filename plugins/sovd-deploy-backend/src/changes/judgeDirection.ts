import type { Finding, PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import { blocker } from './blocker';
import type { DatabaseOutlook } from './planDatabase';

/**
 * Says whether what comes can run on the database as it is. Going back is carried out only
 * where every revision between only added; everything else is shown and refused.
 */
export function judgeDirection(
  { kind }: PlanRequest,
  version: string,
  { ahead, wayBack }: Pick<DatabaseOutlook, 'ahead' | 'wayBack'>,
): Finding[] {
  if (kind === 'upgrade' && ahead) {
    return [
      blocker(
        'database-ahead',
        `The database is ahead of ${version}`,
        `It has revisions that ${version} doesn't know, so the migration would stop. ${wayBack.reason}.`,
        'Roll back instead, or choose a newer version',
      ),
    ];
  }
  if (kind !== 'rollback' || wayBack.verdict === 'plain') return [];
  const headlines = {
    guarded: `${version} can't run on the database as it is`,
    impossible: `There is no way back to ${version}`,
    unknown: `Nobody can say whether ${version} runs on this database`,
  };
  const steps = {
    guarded: 'Repair forwards with a new version',
    impossible: 'Repair forwards, or restore the database from a backup',
    unknown: 'Repair forwards with a new version',
  };
  return [
    blocker(
      `way-back-${wayBack.verdict}`,
      headlines[wayBack.verdict],
      `${wayBack.reason}.`,
      steps[wayBack.verdict],
    ),
  ];
}
