import {
  migrationReportSchema,
  type MigrationReport,
} from '@sovd/plugin-sovd-deploy-common';
import type { ObservedPod, ObservedTermination } from './ObservedObjects';

/** Exit codes of a process that SIGKILL or SIGTERM ended. */
const STOPPED = [137, 143];

/**
 * What a migration's pod left in its termination messages: the report of the newest try that
 * came to its own end. While the Job tries again it stands in the container's last state.
 *
 * @remarks
 * At the back-off limit Kubernetes stops a try that has just begun. What that one says is
 * about the stop; the cause is in the try before.
 *
 * @param kept - a report that was seen earlier, which a stopped try doesn't replace
 */
export function toMigrationReport(
  pod: ObservedPod,
  kept?: MigrationReport,
): MigrationReport | undefined {
  const ends = pod.containers
    .flatMap(({ terminated, lastTerminated }) => [terminated, lastTerminated])
    .filter(end => end !== undefined);
  const own = ends.filter(({ exitCode }) => !STOPPED.includes(exitCode));
  return firstReport(own) ?? kept ?? firstReport(ends);
}

function firstReport(
  ends: readonly ObservedTermination[],
): MigrationReport | undefined {
  for (const { message } of ends) {
    const report = parse(message);
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
