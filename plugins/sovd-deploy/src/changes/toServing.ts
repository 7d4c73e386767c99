import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { readyPodsOf } from '../releases/pods';

type Serving = Pick<EnvironmentOverview, 'release' | 'rollout'>;

/** What runs now, in one sentence: whatever became of a change, people ask for that. */
export function toServing({ release, rollout }: Serving): string {
  if (rollout.state === 'absent') return 'Nothing runs here yet.';
  if (rollout.state === 'forbidden') return 'You may not see what runs now.';
  if (rollout.state === 'error') {
    return `What runs now isn't known: ${rollout.reason}`;
  }
  const { workloads, version, revision } = rollout.value;
  const pods = readyPodsOf(workloads);
  const old = workloads.reduce((sum, { readyOld }) => sum + readyOld, 0);
  const before =
    release.state === 'value'
      ? versionOf(tagOf(release.value.images))
      : 'before';
  const said =
    old > 0 && before !== version
      ? `${before} still serves beside ${version}: ${pods}.`
      : `${version} runs as revision ${revision}: ${pods}.`;
  return rollout.staleReason
    ? `${said} That is old. ${rollout.staleReason}`
    : said;
}
