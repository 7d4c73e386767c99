import type { Change } from '@sovd/plugin-sovd-deploy-common';

function runningStageOf({ stages }: Change) {
  return stages.find(({ phase }) => phase === 'running')?.name;
}

/** What happens when a running change is stopped now. */
export function toStopConsequence(change: Change): string {
  const { kind, fromVersion } = change;
  const running = runningStageOf(change);
  const before = fromVersion ?? 'what ran before';
  if (change.phase === 'planned' || running === undefined) {
    return 'It ends before its next stage.';
  }
  if (kind === 'create') {
    return 'What has been made so far stays; the same form goes on from there.';
  }
  if (running === 'stack') {
    return `The stack finishes what it has begun, which may take minutes; no pod is touched, ${before} goes on serving.`;
  }
  if (running === 'bootstrap') {
    return `No pod has been touched: ${before} goes on serving.`;
  }
  return `Pods go back to ${before}, which takes about a minute. Database revisions that have run stay.`;
}

/** Why a running change can't be stopped any more; undefined when it can. */
export function toStopBarrier(change: Change): string | undefined {
  if (runningStageOf(change) !== 'record') return undefined;
  const { version = 'The new version' } = change;
  return `${version} runs already; only its record in Git is left. Roll back instead.`;
}
