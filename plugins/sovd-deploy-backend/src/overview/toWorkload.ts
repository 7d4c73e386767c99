import { versionOf, type Workload } from '@sovd/plugin-sovd-deploy-common';
import type {
  ObservedDeployment,
  ObservedPod,
  ObservedReplicaSet,
} from './ObservedObjects';
import { toPodCause } from './toPodCause';
import { toTag } from './toTag';

/** A Deployment with its pods counted by what they run. */
export function toWorkload(
  deployment: ObservedDeployment,
  replicaSets: readonly ObservedReplicaSet[],
  allPods: readonly ObservedPod[],
): Workload {
  const uids = new Set(replicaSets.map(({ uid }) => uid));
  const pods = allPods
    .filter(pod => pod.ownerUid && uids.has(pod.ownerUid) && !pod.deleting)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const newest = newestReplicaSet(deployment, replicaSets);
  const isNew = (pod: ObservedPod) => pod.ownerUid === newest?.uid;
  const newPods = pods.filter(isNew);
  const oldPods = pods.filter(pod => !isNew(pod));
  const notReady = newPods.filter(pod => !pod.ready);
  // once new pods run, those that go have nothing more to say
  const replaced = notReady.length < newPods.length;
  const suspects = replaced ? newPods : [...newPods, ...oldPods];
  const found = firstCause(deployment, suspects, notReady);
  return {
    name: deployment.name,
    kind: 'Deployment',
    component: deployment.component,
    version: versionOf(toTag(deployment.image)),
    image: deployment.image,
    desired: deployment.desired,
    readyOld: oldPods.filter(({ ready }) => ready).length,
    readyNew: newPods.length - notReady.length,
    notReady: notReady.length,
    ...found,
  };
}

/** Undefined until the controller has made a ReplicaSet of the image that is wanted now. */
function newestReplicaSet(
  { image }: ObservedDeployment,
  replicaSets: readonly ObservedReplicaSet[],
): ObservedReplicaSet | undefined {
  const newest = [...replicaSets].sort((a, b) => b.revision - a.revision)[0];
  return newest?.image === image ? newest : undefined;
}

function firstCause(
  deployment: ObservedDeployment,
  pods: readonly ObservedPod[],
  notReady: readonly ObservedPod[],
): Pick<Workload, 'cause' | 'causePod'> {
  for (const pod of pods) {
    const cause = toPodCause(pod);
    if (cause) return { cause, causePod: pod.name };
  }
  const condition = (type: string) =>
    deployment.conditions.find(found => found.type === type);
  // a quota or an admission rule keeps pods from being made at all
  const failure = condition('ReplicaFailure');
  if (failure?.status === 'True') {
    return { cause: `${failure.reason}: ${failure.message}` };
  }
  const progressing = condition('Progressing');
  if (progressing?.reason !== 'ProgressDeadlineExceeded') return {};
  const cause =
    notReady.length > 0
      ? `${notReady.length} of ${deployment.desired} pods run but don't become ready`
      : `${progressing.reason}: ${progressing.message}`;
  return { cause };
}
