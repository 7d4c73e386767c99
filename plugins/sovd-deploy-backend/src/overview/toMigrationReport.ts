import {
  migrationReportSchema,
  type MigrationReport,
} from '@sovd/plugin-sovd-deploy-common';
import type { ObservedPod } from './ObservedObjects';

/**
 * The newest report that a migration's pod left in a termination message. While the Job
 * tries again it stands in the container's last state.
 */
export function toMigrationReport(
  pod: ObservedPod,
): MigrationReport | undefined {
  for (const { terminated, lastTerminated } of pod.containers) {
    const report = parse(terminated?.message) ?? parse(lastTerminated?.message);
    if (report) return report;
  }
  return undefined;
}

function parse(message: string | undefined): MigrationReport | undefined {
  if (!message?.trimStart().startsWith('{')) return undefined;
  try {
    return migrationReportSchema.safeParse(JSON.parse(message)).data;
  } catch {
    // another program's words, or a message that was cut
    return undefined;
  }
}
