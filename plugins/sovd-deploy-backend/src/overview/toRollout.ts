import {
  versionOf,
  type Rollout,
  type RolloutPhase,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  ObservedAutoscaler,
  ObservedDeployment,
  ObservedPod,
  ObservedReplicaSet,
} from './ObservedObjects';
import { toTag } from './toTag';
import { toWorkload } from './toWorkload';

const byUrgency: readonly RolloutPhase[] = [
  'failed',
  'paused',
  'running',
  'pending',
  'succeeded',
];

/**
 * Deployments with their ReplicaSets and pods as one rollout; undefined when there is none.
 * Its revision is the one that all of them have reached.
 */
export function toRollout(
  deployments: readonly ObservedDeployment[],
  replicaSets: readonly ObservedReplicaSet[],
  pods: readonly ObservedPod[],
  autoscalers: readonly ObservedAutoscaler[] = [],
): Rollout | undefined {
  if (deployments.length === 0) return undefined;
  const sorted = [...deployments].sort((a, b) => a.name.localeCompare(b.name));
  const phases = sorted.map(toPhase);
  const main =
    sorted.find(({ component }) => component === 'backend') ?? sorted[0];
  return {
    phase: byUrgency.find(phase => phases.includes(phase)) ?? 'pending',
    revision: Math.min(...sorted.map(({ helmRevision }) => helmRevision)),
    version: versionOf(toTag(main.image)),
    workloads: sorted.map(deployment => {
      const autoscaler = autoscalers.find(
        item => item.deployment === deployment.name,
      );
      return {
        ...toWorkload(
          deployment,
          replicaSets.filter(({ ownerUid }) => ownerUid === deployment.uid),
          pods,
        ),
        ...(autoscaler && {
          autoscaler: { min: autoscaler.min, max: autoscaler.max },
        }),
      };
    }),
  };
}

function toPhase(deployment: ObservedDeployment): RolloutPhase {
  const { generation, observedGeneration, desired, conditions } = deployment;
  if (deployment.paused) return 'paused';
  if (observedGeneration === 0) return 'pending';
  if (observedGeneration < generation) return 'running';
  const progressing = conditions.find(({ type }) => type === 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') return 'failed';
  const done =
    deployment.updated === desired &&
    deployment.replicas === desired &&
    deployment.available === desired;
  return done ? 'succeeded' : 'running';
}
