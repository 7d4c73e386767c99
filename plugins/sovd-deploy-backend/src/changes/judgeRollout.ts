import type {
  Release,
  Rollout,
  Workload,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Observation,
  ObservedEnvironment,
} from '../overview/ClusterObserver';
import type { ScaleBounds } from './scaledAnswers';

/**
 * What is still missing until a release is running everywhere, in one sentence;
 * undefined when nothing is. What can't be seen is missing: unknown is never green.
 *
 * @param bounds - between which the backend's pods have to be kept now, where a change set them
 */
export function judgeRollout(
  release: Pick<Release, 'revision' | 'images'>,
  bounds: ScaleBounds | undefined,
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
      .map(
        workload =>
          judgeWorkload(release, workload) ?? judgeScale(workload, bounds),
      )
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

/**
 * An autoscaler brings the pods to its minimum by itself, which takes it a while; without
 * one a scale has set their number.
 */
function judgeScale(
  { autoscaler, component, desired, name }: Workload,
  bounds: ScaleBounds | undefined,
): string | undefined {
  const set = component === 'backend' ? bounds : undefined;
  const { min, max } = autoscaler ?? {};
  if (set && !autoscaler && set.backendMin === set.backendMax) {
    return desired === set.backendMin
      ? undefined
      : `${name} has ${desired} pods, not ${set.backendMin} yet`;
  }
  if (set && (min !== set.backendMin || max !== set.backendMax)) {
    const now = autoscaler ? `${min} to ${max}` : 'no autoscaler';
    return `${name} is kept by ${now}, not ${set.backendMin} to ${set.backendMax} pods yet`;
  }
  return min !== undefined && desired < min
    ? `${name} has ${desired} pods; the autoscaler has to bring it to ${min}`
    : undefined;
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
