import type {
  V1ContainerState,
  V1ContainerStatus,
  V1Pod,
  V1PodCondition,
  V1PodStatus,
} from '@kubernetes/client-node';

/** null removes an older value in a strategic merge patch; the client's types know only what can be read. */
const REMOVED = null as unknown as undefined;

/** What the runner knows about the pod's one container; a pure function makes of it what kubelet would write. */
export interface ContainerView {
  state: V1ContainerState;
  lastState?: V1ContainerState;
  restartCount: number;
  imageId: string;
  containerId: string;
}

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

export interface PodView {
  phase: PodPhase;
  container: ContainerView;
  startTime: Date;
  /** Set when the node, not the container, ended the pod. */
  reason?: string;
  message?: string;
}

const DONE: Partial<Record<PodPhase, string>> = {
  Succeeded: 'PodCompleted',
  Failed: 'PodFailed',
};

function conditions(pod: V1Pod, view: PodView): V1PodCondition[] {
  const running = view.container.state.running !== undefined;
  const done = DONE[view.phase];
  const before = new Map(
    (pod.status?.conditions ?? []).map(condition => [
      condition.type,
      condition,
    ]),
  );
  const make = (
    type: string,
    ok: boolean,
    reason?: string,
    message?: string,
  ): V1PodCondition => {
    const status = ok ? 'True' : 'False';
    const was = before.get(type);
    const lastTransitionTime =
      was?.status === status && was.lastTransitionTime
        ? was.lastTransitionTime
        : new Date();
    return {
      type,
      status,
      lastTransitionTime,
      reason: reason ?? REMOVED,
      message: message ?? REMOVED,
      observedGeneration: pod.metadata?.generation,
    };
  };
  const name = pod.spec?.containers[0]?.name ?? '';
  const notReady = done ?? 'ContainersNotReady';
  const why =
    done === 'PodCompleted'
      ? undefined
      : `containers with unready status: [${name}]`;
  return [
    make('PodReadyToStartContainers', done === undefined),
    make('Initialized', true, done === 'PodCompleted' ? done : undefined),
    make(
      'Ready',
      running,
      running ? undefined : notReady,
      running ? undefined : why,
    ),
    make(
      'ContainersReady',
      running,
      running ? undefined : notReady,
      running ? undefined : why,
    ),
  ];
}

export function toPodStatus(pod: V1Pod, view: PodView): V1PodStatus {
  const { container } = view;
  const status: V1ContainerStatus = {
    name: pod.spec?.containers[0]?.name ?? '',
    image: pod.spec?.containers[0]?.image ?? '',
    imageID: container.imageId,
    ready: container.state.running !== undefined,
    started: container.state.running !== undefined,
    restartCount: container.restartCount,
    state: container.state,
    ...(container.lastState && { lastState: container.lastState }),
    ...(container.containerId && { containerID: container.containerId }),
  };
  return {
    phase: view.phase,
    observedGeneration: pod.metadata?.generation,
    startTime: view.startTime,
    hostIP: '127.0.0.1',
    hostIPs: [{ ip: '127.0.0.1' }],
    conditions: conditions(pod, view),
    containerStatuses: [status],
    ...(view.reason && { reason: view.reason }),
    ...(view.message && { message: view.message }),
  };
}

export function terminated(options: {
  exitCode: number;
  startedAt: Date;
  message?: string;
  containerId: string;
  reason?: string;
}): V1ContainerState {
  const { exitCode, startedAt, message, containerId } = options;
  const reason = options.reason ?? (exitCode === 0 ? 'Completed' : 'Error');
  return {
    terminated: {
      exitCode,
      reason,
      startedAt,
      finishedAt: new Date(),
      containerID: containerId,
      ...(message !== undefined && { message }),
    },
  };
}

/** kubelet's words for a container that was running when the node's agent disappeared. */
export const LOST = {
  exitCode: 137,
  reason: 'ContainerStatusUnknown',
  message: 'The container could not be located when the pod was terminated',
};
