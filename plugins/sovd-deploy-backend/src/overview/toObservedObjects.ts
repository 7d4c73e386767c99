import type {
  V1ContainerStatus,
  V1Deployment,
  V1Job,
  V1ObjectMeta,
  V1Pod,
  V1PodTemplateSpec,
  V1ReplicaSet,
  V2HorizontalPodAutoscaler,
} from '@kubernetes/client-node';
import type {
  ObservedAutoscaler,
  ObservedCondition,
  ObservedContainer,
  ObservedDeployment,
  ObservedJob,
  ObservedObject,
  ObservedPod,
  ObservedReplicaSet,
  ObservedTermination,
} from './ObservedObjects';

/** An object as it stands in JSON, where the client's types have dates. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
  ? Wire<Item>[]
  : T extends object
  ? { [Key in keyof T]: Wire<T[Key]> }
  : T;

const HELM_REVISION = 'sovd.io/helm-revision';
const DEPLOYMENT_REVISION = 'deployment.kubernetes.io/revision';
const TEMPLATE_HASH = 'pod-template-hash';
/** Cut, since an error can be a page of text and many pods say the same. */
const MESSAGE_CHARACTERS = 4_096;

export function toObservedPod(pod: Wire<V1Pod>): ObservedPod {
  const { status } = pod;
  const conditions = status?.conditions ?? [];
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  return {
    ...toObservedObject(pod.metadata),
    templateHash: pod.metadata?.labels?.[TEMPLATE_HASH],
    deleting: pod.metadata?.deletionTimestamp !== undefined,
    phase: status?.phase ?? 'Pending',
    ready: conditions.some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    ),
    reason: status?.reason,
    message: cut(status?.message),
    unschedulable:
      scheduled?.status === 'False' ? cut(scheduled.message) : undefined,
    containers: [
      ...(status?.initContainerStatuses ?? []),
      ...(status?.containerStatuses ?? []),
    ].map(toObservedContainer),
  };
}

export function toObservedDeployment(
  deployment: Wire<V1Deployment>,
): ObservedDeployment {
  const { metadata, spec, status } = deployment;
  return {
    ...toObservedObject(metadata),
    generation: metadata?.generation ?? 0,
    observedGeneration: status?.observedGeneration ?? 0,
    paused: spec?.paused ?? false,
    desired: spec?.replicas ?? 1,
    replicas: status?.replicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    helmRevision: toInteger(
      metadata?.annotations?.[HELM_REVISION] ??
        spec?.template.metadata?.annotations?.[HELM_REVISION],
    ),
    image: toImage(spec?.template),
    conditions: toConditions(status?.conditions),
  };
}

export function toObservedReplicaSet(
  replicaSet: Wire<V1ReplicaSet>,
): ObservedReplicaSet {
  const { metadata, spec } = replicaSet;
  return {
    ...toObservedObject(metadata),
    templateHash: metadata?.labels?.[TEMPLATE_HASH],
    revision: toInteger(metadata?.annotations?.[DEPLOYMENT_REVISION]),
    image: toImage(spec?.template),
  };
}

export function toObservedAutoscaler({
  metadata,
  spec,
}: Wire<V2HorizontalPodAutoscaler>): ObservedAutoscaler {
  const { kind, name } = spec?.scaleTargetRef ?? {};
  return {
    ...toObservedObject(metadata),
    deployment: kind === 'Deployment' ? name : undefined,
    // what Kubernetes takes when it isn't said
    min: spec?.minReplicas ?? 1,
    max: spec?.maxReplicas ?? 0,
  };
}

export function toObservedJob(job: Wire<V1Job>): ObservedJob {
  const { metadata, status } = job;
  const conditions = toConditions(status?.conditions);
  const failedAt = status?.conditions?.find(({ type }) => type === 'Failed');
  return {
    ...toObservedObject(metadata),
    active: status?.active ?? 0,
    helmRevision: toInteger(metadata?.annotations?.[HELM_REVISION]),
    startedAt: status?.startTime,
    finishedAt: status?.completionTime ?? failedAt?.lastTransitionTime,
    conditions,
  };
}

function toObservedObject(metadata?: Wire<V1ObjectMeta>): ObservedObject {
  const owner = metadata?.ownerReferences?.find(({ controller }) => controller);
  return {
    uid: metadata?.uid ?? '',
    name: metadata?.name ?? '',
    namespace: metadata?.namespace ?? '',
    instance: metadata?.labels?.['app.kubernetes.io/instance'] ?? '',
    component: metadata?.labels?.['app.kubernetes.io/component'] ?? '',
    createdAt: metadata?.creationTimestamp ?? '',
    ownerUid: owner?.uid,
  };
}

function toObservedContainer(
  status: Wire<V1ContainerStatus>,
): ObservedContainer {
  const { state, lastState } = status;
  return {
    name: status.name,
    restartCount: status.restartCount,
    running: state?.running !== undefined,
    waiting: state?.waiting && {
      reason: state.waiting.reason ?? 'Waiting',
      message: cut(state.waiting.message),
    },
    terminated: toTermination(state?.terminated),
    lastTerminated: toTermination(lastState?.terminated),
  };
}

function toTermination(
  terminated: ObservedTermination | undefined,
): ObservedTermination | undefined {
  if (!terminated) return undefined;
  const { exitCode, reason, message, finishedAt } = terminated;
  return { exitCode, reason, message: cut(message), finishedAt };
}

function toConditions(
  conditions: ObservedCondition[] | undefined,
): ObservedCondition[] {
  return (conditions ?? []).map(({ type, status, reason, message }) => ({
    type,
    status,
    reason,
    message: cut(message),
  }));
}

/** A workload of ours has one container; a second one would be a helper beside it. */
function toImage(template?: Wire<V1PodTemplateSpec>): string {
  return template?.spec?.containers[0]?.image ?? '';
}

function toInteger(text: string | undefined): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

function cut(text: string | undefined): string | undefined {
  return text?.slice(0, MESSAGE_CHARACTERS);
}
