import {
  formatAddressBlock,
  overlaps,
  parseAddressBlock,
} from './addressBlock';
import { databaseClassSchema } from './sizeAnswers';
import type { Target } from './target';
import { tierDefaults } from './tierDefaults';

const DEFAULT_NETWORK = '10.0.0.0/16';

/**
 * The first free block of 65,536 addresses for a network, from `10.0.0.0/16` on.
 *
 * @returns undefined when all of `10.0.0.0/8` is used
 * @public
 */
export function freeNetwork(usedCidrs: readonly string[]): string | undefined {
  const used = usedCidrs.flatMap(text => parseAddressBlock(text) ?? []);
  for (let second = 0; second < 256; second++) {
    const block = parseAddressBlock(`10.${second}.0.0/16`);
    if (block && !used.some(other => overlaps(block, other))) {
      return formatAddressBlock(block);
    }
  }
  return undefined;
}

/** The tier's class where it is offered, else the largest one that is. */
function databaseClassOf(preferred: string, target: Target): string {
  if (target.databaseClasses.includes(preferred)) return preferred;
  const offered = databaseClassSchema.options.filter(option =>
    target.databaseClasses.includes(option),
  );
  return offered.at(-1) ?? preferred;
}

/** Defaults that a target narrows to what it offers. */
function targetDefaults(target: Target, databaseClass: string) {
  const { addOns, availabilityZones, usedCidrs } = target;
  return {
    engine: target.engines[0],
    strategy: target.strategies[0],
    kubernetesVersion: target.kubernetesVersions[0],
    workloadIdentity: target.workloadIdentities[0],
    databaseClass: databaseClassOf(databaseClass, target),
    availabilityZones: Math.min(3, availabilityZones),
    monitoring: addOns.includes('monitoring'),
    networkPolicy: addOns.includes('network-policy'),
    vpcCidr: freeNetwork(usedCidrs) ?? DEFAULT_NETWORK,
  };
}

function answered(input: object): Record<string, unknown> {
  const entries = Object.entries(input).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(entries);
}

/**
 * Answers with the defaults of their tier, narrowed to what the target offers: whoever
 * leaves a question out gets what is possible there, and only what is asked for against
 * the target's offer is refused. `null` and `undefined` count as unanswered.
 *
 * @param input - answers as they come, right or wrong
 * @param target - the chosen target, when it is known
 * @returns the input itself when it is no object
 * @public
 */
export function completeAnswers(input: unknown, target?: Target): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  const answers = answered(input);
  const ofTier =
    tierDefaults[answers.tier === 'production' ? 'production' : 'staging'];
  const ofTarget = target
    ? answered(targetDefaults(target, ofTier.databaseClass))
    : {};
  return { ...ofTier, ...ofTarget, ...answers };
}
