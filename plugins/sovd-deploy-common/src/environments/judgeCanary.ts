import { canaryChoice } from './canaryChoice';
import type { Judge } from './JudgeContext';

/**
 * A canary is weighed by what Prometheus measures, and Argo Rollouts moves the traffic:
 * without either nobody would notice a bad release. @public
 */
export const judgeCanary: Judge = (answers, context) => {
  const choice = canaryChoice(answers, context);
  if (!choice) return [];
  const { target } = context;
  const lacking = target
    ? (['monitoring', 'argo-rollouts'] as const).filter(
        addOn => !target.addOns.includes(addOn),
      )
    : [];
  if (answers.monitoring && lacking.length === 0) return [];
  const reasons = [
    ...(answers.monitoring ? [] : ['monitoring is off']),
    ...(lacking.length > 0
      ? [`${target?.title} has no ${lacking.join(' and no ')}`]
      : []),
  ];
  const nextSteps = [...choice.rolling];
  if (lacking.length === 0) {
    nextSteps.push({ label: 'Monitor it', set: { monitoring: true } });
  }
  if (nextSteps.length === 0)
    nextSteps.push({ label: 'Choose another target' });
  return [
    {
      rule: 'canary',
      severity: 'blocker',
      headline: 'Nothing would judge the canary',
      cause: `A canary needs monitoring, which tells good from bad, and argo-rollouts, which moves the traffic; ${reasons.join(
        ', and ',
      )}.`,
      nextSteps,
      fields: ['strategy', 'monitoring', ...(target ? ['target'] : [])],
    },
  ];
};
