import { formatCost, formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { MoneyPlan, Plan } from '@sovd/plugin-sovd-deploy-common';
import type { PlanSection } from './PlanSection';

function toNotes({ from, to }: MoneyPlan): string[] {
  const word = to.verdict === 'within' ? '' : `, ${to.verdict} the budget`;
  const about = to.approximate
    ? `; prices of ${to.region} are approximate`
    : '';
  const stays = from.baseline === to.baseline ? 'stays at' : 'comes to';
  return [
    `the estimate ${stays} ${formatCost(to)} a month${word}`,
    `at its peak ${formatMoney(to.peak)} a month`,
    `prices as of ${to.pricesAsOf}${about}`,
  ];
}

/** What a plan does to the estimate, in US dollars a month. */
export function toMoneySection({ money }: Pick<Plan, 'money'>): PlanSection {
  const title = 'Money';
  if (!money) {
    const notes = ['no estimate: a finding says which price is unknown'];
    return { title, changes: [], notes, unknown: true };
  }
  const changes = money.lines.map(({ label, from, to }) => ({
    sentence: `${label} becomes ${formatMoney(
      to,
      'cents',
    )} a month, now ${formatMoney(from, 'cents')}`,
    details: [],
  }));
  return { title, changes, notes: toNotes(money) };
}
