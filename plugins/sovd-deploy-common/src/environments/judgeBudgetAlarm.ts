import type { Judge } from './JudgeContext';

/** A budget is watched only where AWS has an address to write to. @public */
export const judgeBudgetAlarm: Judge = ({ alertEmail, monthlyBudgetUsd }) => {
  if (alertEmail) return [];
  return [
    {
      rule: 'budget-alarm',
      severity: 'info',
      headline: `Nobody hears when bills pass the budget of ${monthlyBudgetUsd.toLocaleString(
        'en-US',
      )} USD`,
      cause:
        'AWS watches a budget only where it has an email address to write to, and none is given.',
      nextSteps: [{ label: 'Give an email address' }],
      fields: ['alertEmail', 'monthlyBudgetUsd'],
    },
  ];
};
