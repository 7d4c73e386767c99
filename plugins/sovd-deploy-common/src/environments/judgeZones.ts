import type { Finding } from '../finding';
import type { Answers } from './answers';
import { canHoldProduction } from './judgeProductionZones';
import type { Judge } from './JudgeContext';
import type { Target } from './target';

function judgeCount(
  { availabilityZones: wanted, tier }: Answers,
  target?: Target,
): Finding[] {
  if (!target || wanted <= target.availabilityZones) return [];
  // fewer zones are no way out where production needs those that aren't there
  if (tier === 'production' && !canHoldProduction(target)) return [];
  const { availabilityZones: there, region } = target;
  return [
    {
      rule: 'zones',
      severity: 'blocker',
      headline: `${region} has ${there} zones; ${wanted} are asked for`,
      cause: 'The stack makes one pair of subnets in each zone.',
      nextSteps: [
        { label: `${there} zones`, set: { availabilityZones: there } },
      ],
      fields: ['target', 'availabilityZones'],
    },
  ];
}

/** Zones against the region, and what one gateway for all of them risks. @public */
export const judgeZones: Judge = (answers, { target }) => {
  const findings = judgeCount(answers, target);
  if (answers.tier === 'production' && answers.natMode === 'single') {
    const count = answers.availabilityZones === 3 ? 'Three' : 'Two';
    findings.push({
      rule: 'nat-gateway',
      severity: 'info',
      headline: 'One NAT gateway is one point of failure',
      cause:
        'If its zone fails, pods lose the internet; customers still reach the app.',
      nextSteps: [{ label: `${count} gateways`, set: { natMode: 'per-zone' } }],
      fields: ['tier', 'natMode', 'availabilityZones'],
    });
  }
  return findings;
};
