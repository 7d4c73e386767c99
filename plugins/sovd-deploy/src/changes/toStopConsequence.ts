import type { Change } from '@sovd/plugin-sovd-deploy-common';

/** What happens when a running change is stopped now. */
export function toStopConsequence(change: Change): string {
  const { kind, fromVersion, stages } = change;
  const running = stages.find(({ phase }) => phase === 'running')?.name;
  const before = fromVersion ?? 'what ran before';
  if (change.phase === 'planned' || running === undefined) {
    return 'Nothing has been changed yet: the change just ends.';
  }
  if (kind === 'create') {
    return 'What has been made so far stays; the same form goes on from there.';
  }
  if (running === 'stack' || running === 'bootstrap') {
    return `No pod has been touched: ${before} goes on serving. What the cloud has changed by now stays.`;
  }
  return `Pods go back to ${before}, which takes about a minute. Database revisions that have run stay.`;
}
