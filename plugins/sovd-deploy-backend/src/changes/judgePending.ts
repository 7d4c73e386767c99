import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { RunningRelease } from '../releases/ReleaseRenderer';

/** Says what a deployer that was stopped, or is another program, has left in a release's way. */
export function judgePending({
  pending,
  revision,
}: Pick<RunningRelease, 'pending' | 'revision'>): Finding[] {
  if (!pending) return [];
  const { revision: newer, status } = pending;
  const since = `${pending.since.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    {
      rule: 'release-pending',
      severity: 'warning',
      headline: `Revision ${newer} is ${status} since ${since}`,
      cause: `No change of the portal runs, so a deployer was stopped, or another program still deploys. Before anything else, this change waits for the migration Job of revision ${newer} and goes back to revision ${revision}.`,
      nextSteps: [
        { label: 'Make sure that nobody else deploys here, then apply' },
      ],
    },
  ];
}
