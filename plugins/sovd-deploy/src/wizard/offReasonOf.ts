import { hasEffect } from '@sovd/plugin-sovd-deploy-common';
import type { AddOn, Target } from '@sovd/plugin-sovd-deploy-common';
import type { AnswerName } from './Question';

const addOns: Partial<Record<AnswerName, { addOn: AddOn; what: string }>> = {
  monitoring: { addOn: 'monitoring', what: 'Prometheus' },
  tracing: { addOn: 'tracing', what: 'collector of traces' },
  networkPolicy: {
    addOn: 'network-policy',
    what: 'network that keeps network policies',
  },
};

/** What the target offers for an answer; `undefined` when it sets no bounds there. */
function offersOf(
  field: AnswerName,
  target: Target,
): readonly string[] | undefined {
  switch (field) {
    case 'engine':
      return target.engines;
    case 'kubernetesVersion':
      return target.kubernetesVersions;
    case 'workloadIdentity':
      return target.workloadIdentities;
    case 'databaseClass':
      return target.databaseClasses;
    case 'strategy':
      return target.strategies;
    default:
      return undefined;
  }
}

/** Why a question isn't asked at a target at all; `undefined` when it is. */
export function questionOffReasonOf(
  field: AnswerName,
  target: Target | undefined,
): string | undefined {
  return hasEffect(field, target)
    ? undefined
    : "The target's cluster is shared; the platform team owns it and decides this.";
}

/** Why an answer can't be chosen at a target; `undefined` when it can. */
export function offReasonOf(
  field: AnswerName,
  value: unknown,
  target: Target | undefined,
): string | undefined {
  if (!target) return undefined;
  const needed = addOns[field];
  if (needed && value === true && !target.addOns.includes(needed.addOn)) {
    return `${target.title} has no ${needed.what}.`;
  }
  if (field === 'availabilityZones' && Number(value) > target.availabilityZones)
    return `${target.region} has ${target.availabilityZones} for this portal.`;
  const offers = offersOf(field, target);
  if (!offers || offers.includes(String(value))) return undefined;
  return value === 'canary'
    ? `${target.title} doesn't offer it: the portal rolls, a canary is released by the repository's pipeline.`
    : `${target.title} doesn't offer it.`;
}
