import type { Answers } from './answers';
import type { Target } from './target';

const ownClusterAnswers: readonly (keyof Answers)[] = [
  'kubernetesVersion',
  'nodeInstanceType',
  'nodeDiskGb',
  'nodesMin',
  'nodesDesired',
  'nodesMax',
  'availabilityZones',
  'natMode',
  'vpcCidr',
];

/**
 * Whether an answer has an effect at a target: what describes a cluster and its network has
 * none where the cluster is shared, since the stack makes neither.
 *
 * @public
 */
export function hasEffect(
  field: string,
  target: Pick<Target, 'clusterMode'> | undefined,
): boolean {
  return (
    target?.clusterMode !== 'existing' ||
    !ownClusterAnswers.some(answer => answer === field)
  );
}
