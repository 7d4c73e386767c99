import type { Answers } from './answers';
import type { Target } from './target';

/**
 * Targets as an application's further environment finds them: the networks of its other
 * environments are used there, since what belongs together may have to be connected.
 *
 * @param environments - answers of the others, on whatever target
 * @public
 */
export function reserveNetworks(
  targets: readonly Target[],
  environments: readonly Pick<Answers, 'target' | 'vpcCidr'>[],
): Target[] {
  return targets.map(target => ({
    ...target,
    usedCidrs: [
      ...target.usedCidrs,
      ...environments
        .filter(other => other.target === target.name)
        .map(({ vpcCidr }) => vpcCidr),
    ],
  }));
}
