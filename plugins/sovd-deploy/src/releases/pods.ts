import type { Workload } from '@sovd/plugin-sovd-deploy-common';

/** How many pods of a rollout are ready, in words. */
export function readyPodsOf(workloads: readonly Workload[]): string {
  let ready = 0;
  let desired = 0;
  for (const workload of workloads) {
    ready += workload.readyOld + workload.readyNew;
    desired += workload.desired;
  }
  return desired === 0 ? 'no pods wanted' : `${ready} of ${desired} pods ready`;
}

/** What the boxes of one workload show, as a sentence. */
export function podsSentence(workload: Workload): string {
  const { desired, readyOld, readyNew, notReady, cause } = workload;
  const why = cause ? `: ${cause}` : '';
  if (desired === 0 && readyOld + readyNew + notReady === 0) {
    return 'no pods wanted';
  }
  if (notReady === 0 && readyOld === 0 && readyNew === desired) {
    return 'all new, all ready';
  }
  if (notReady === 0 && readyNew === 0 && readyOld === desired) {
    return 'all ready, none changed';
  }
  const missing = Math.max(0, desired - readyOld - readyNew - notReady);
  const counts = [
    readyNew > 0 && `${readyNew} new ready`,
    readyOld > 0 && `${readyOld} old ready`,
    notReady > 0 && `${notReady} new not ready`,
    missing > 0 && `${missing} not there yet`,
  ];
  return `${counts.filter(Boolean).join(', ')}${why}`;
}
