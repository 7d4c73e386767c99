import type { ObservedContainer, ObservedPod } from './ObservedObjects';

/** Reasons that every pod has while it starts. */
const starting = new Set(['ContainerCreating', 'PodInitializing']);

/** Why a pod doesn't run as it should, in Kubernetes' words; undefined when nothing says so. */
export function toPodCause(pod: ObservedPod): string | undefined {
  if (pod.ready || pod.deleting) return undefined;
  for (const container of pod.containers) {
    const cause = toContainerCause(container);
    if (cause) return cause;
  }
  if (pod.phase === 'Failed') {
    return [pod.reason ?? 'Failed', pod.message].filter(Boolean).join(': ');
  }
  return pod.unschedulable && `Unschedulable: ${pod.unschedulable}`;
}

function toContainerCause(container: ObservedContainer): string | undefined {
  const { waiting, restartCount } = container;
  const ended = container.terminated ?? container.lastTerminated;
  const failed = ended && ended.exitCode !== 0 ? ended : undefined;
  if (waiting && !starting.has(waiting.reason)) {
    // what the program said says more than that Kubernetes waits to start it again
    const words = failed?.message?.trim() || waiting.message;
    const because = failed?.reason === 'OOMKilled' ? ' after OOMKilled' : '';
    return `${waiting.reason}${because}${words ? `: ${words}` : ''}${restarts(
      restartCount,
    )}`;
  }
  if (failed && !waiting) {
    const words = failed.message?.trim();
    return `${failed.reason ?? 'Error'} (exit code ${failed.exitCode})${
      words ? `: ${words}` : ''
    }${restarts(restartCount)}`;
  }
  return undefined;
}

function restarts(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' (1 restart)' : ` (${count} restarts)`;
}
