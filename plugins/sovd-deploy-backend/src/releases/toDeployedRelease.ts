import { z } from 'zod/v4';
import type { DeployedRelease } from './ReleaseDeployer';

/** What `helm history --output json` prints, oldest first. */
const historySchema = z.array(
  z.object({
    revision: z.number().int(),
    updated: z.string(),
    status: z.string(),
    chart: z.string(),
    description: z.string().default(''),
  }),
);

/** Helm's history as releases, newest first. */
export function toDeployedReleases(json: string): DeployedRelease[] {
  return historySchema
    .parse(JSON.parse(json))
    .map(entry => ({
      revision: entry.revision,
      status: entry.status,
      chartVersion: versionOf(entry.chart),
      description: entry.description,
      updatedAt: new Date(entry.updated).toISOString(),
    }))
    .sort((a, b) => b.revision - a.revision);
}

/** Helm prints name and version as one word, and both may hold hyphens. */
function versionOf(chart: string): string {
  return /-v?(\d+\.\d+\.\d+.*)$/.exec(chart)?.[1] ?? chart;
}
