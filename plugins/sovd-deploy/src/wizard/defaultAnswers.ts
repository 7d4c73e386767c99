import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { AddOn, Target, Tier } from '@sovd/plugin-sovd-deploy-common';
import { stepOf } from './steps';

/** The usual one where it is offered, else the first that is. */
function offered<T extends string>(usual: T, offers: readonly T[]): T {
  return offers.includes(usual) ? usual : offers[0] ?? usual;
}

/**
 * What is answered as long as nobody answers it: the tier's defaults, within what the
 * target offers. An environment is named after its tier.
 */
export function defaultAnswers(
  tier: Tier,
  target?: Target,
): Record<string, unknown> {
  const usual = answersSchema.parse({
    name: 'app',
    owner: 'group:default/app',
    target: target?.name ?? 'none',
    environment: tier,
    tier,
  });
  const defaults = Object.fromEntries(
    Object.entries(usual).filter(
      ([field]) => stepOf(field) && field !== 'target',
    ),
  );
  if (!target) return defaults;
  const has = (addOn: AddOn) => target.addOns.includes(addOn);
  return {
    ...defaults,
    target: target.name,
    engine: offered(usual.engine, target.engines),
    kubernetesVersion: offered(
      usual.kubernetesVersion,
      target.kubernetesVersions,
    ),
    workloadIdentity: offered(
      usual.workloadIdentity,
      target.workloadIdentities,
    ),
    strategy: offered(usual.strategy, target.strategies),
    databaseClass: offered<string>(usual.databaseClass, target.databaseClasses),
    availabilityZones: Math.min(
      usual.availabilityZones,
      target.availabilityZones,
    ),
    monitoring: usual.monitoring && has('monitoring'),
    tracing: usual.tracing && has('tracing'),
    networkPolicy: usual.networkPolicy && has('network-policy'),
  };
}
