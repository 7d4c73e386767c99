import { canaryChoice } from './canaryChoice';
import type { Judge } from './JudgeContext';

/**
 * A canary takes a share of the load balancer's traffic, and the load balancer is there
 * for a domain alone. @public
 */
export const judgeCanaryTraffic: Judge = (answers, context) => {
  const choice = canaryChoice(answers, context);
  if (!choice || answers.domain) return [];
  return [
    {
      rule: 'canary-domain',
      severity: 'blocker',
      headline: 'No traffic reaches the canary',
      cause:
        'A canary is given a share of what comes through the load balancer, and without a domain there is none.',
      nextSteps: [{ label: 'Name a domain' }, ...choice.rolling],
      fields: ['strategy', 'domain'],
    },
  ];
};
