import type { Release } from '@sovd/plugin-sovd-deploy-common';
import type {
  Observation,
  ObservedEnvironment,
} from '../overview/ClusterObserver';

/**
 * What is still missing until a release is running everywhere, in one sentence;
 * undefined when nothing is. What can't be seen is missing: unknown is never green.
 */
export function judgeRollout(
  release: Pick<Release, 'revision' | 'image'>,
  { value, staleReason }: Observation<ObservedEnvironment>,
): string | undefined {
  if (staleReason) return `The cluster can't be seen: ${staleReason}`;
  const rollout = value?.rollout;
  if (!rollout || rollout.workloads.length === 0) {
    return 'No workload has appeared yet';
  }
  if (rollout.revision !== release.revision) {
    return `Workloads carry revision ${rollout.revision}, not ${release.revision} yet`;
  }
  for (const workload of rollout.workloads) {
    const { cause, desired, image, name, notReady, readyNew, readyOld } =
      workload;
    if (
      workload.component === 'backend' &&
      !image.endsWith(`@${release.image.digest}`)
    ) {
      return `${name} runs ${image}, not ${release.image.digest} yet`;
    }
    if (readyNew < desired || readyOld > 0 || notReady > 0) {
      const words = cause ? `: ${cause}` : '';
      return `${name} has ${readyNew} of ${desired} new pods ready${words}`;
    }
  }
  return rollout.phase === 'succeeded'
    ? undefined
    : 'Kubernetes has not finished the rollout yet';
}
