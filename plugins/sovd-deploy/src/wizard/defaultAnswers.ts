import { answersShape, completeAnswers } from '@sovd/plugin-sovd-deploy-common';
import type { Target, Tier } from '@sovd/plugin-sovd-deploy-common';
import { stepOf } from './steps';

/**
 * What is answered as long as nobody answers it: the tier's defaults, narrowed to what the
 * target offers. An environment is named after its tier.
 */
export function defaultAnswers(
  tier: Tier,
  target?: Target,
): Record<string, unknown> {
  const asked = {
    name: 'app',
    owner: 'group:default/app',
    target: target?.name ?? 'none',
    environment: tier,
    tier,
  };
  const defaults = answersShape.parse(completeAnswers(asked, target));
  return Object.fromEntries(
    Object.entries(defaults).filter(
      ([field]) => stepOf(field) && (target || field !== 'target'),
    ),
  );
}
