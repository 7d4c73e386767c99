import type {
  Release,
  Rollout,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Observation,
  ObservedEnvironment,
} from '../overview/ClusterObserver';

/**
 * What is still missing until a release is running everywhere, in one sentence;
 * undefined when nothing is. What can't be seen is missing: unknown is never green.
 */
export function judgeRollout(
  release: Pick<Release, 'revision' | 'images'>,
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
  return (
    findAbsent(release, rollout) ??
    rollout.workloads
      .map(workload => judgeWorkload(release, workload))
      .find(missing => missing !== undefined) ??
    (rollout.phase === 'succeeded'
      ? undefined
      : 'Kubernetes has not finished the rollout yet')
  );
}

function findAbsent(
  { images }: Pick<Release, 'images'>,
  { workloads }: Rollout,
): string | undefined {
  const seen = new Set(workloads.map(({ component }) => component));
  const absent = images.find(({ component }) => !seen.has(component));
  return absent && `No workload of ${absent.component} has appeared yet`;
}

function judgeWorkload(
  { images }: Pick<Release, 'images'>,
  workload: Workload,
): string | undefined {
  const { cause, desired, image, name, notReady, readyNew, readyOld } =
    workload;
  const wanted = images.find(
    ({ component }) => component === workload.component,
  );
  if (wanted && !image.endsWith(`@${wanted.digest}`)) {
    return `${name} runs ${image}, not ${wanted.digest} yet`;
  }
  if (readyNew < desired || readyOld > 0 || notReady > 0) {
    const words = cause ? `: ${cause}` : '';
    return `${name} has ${readyNew} of ${desired} new pods ready${words}`;
  }
  return undefined;
}
