import { DateTime } from 'luxon';
import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentCost } from '@sovd/plugin-sovd-deploy-common';

/** Where an estimate stands against its budget: `$360 left`, `$28 above`. */
export function budgetRoom({
  baseline,
  budget,
}: Pick<EnvironmentCost, 'baseline' | 'budget'>): string {
  const room = Math.round(budget) - Math.round(baseline);
  return room < 0 ? `${formatMoney(-room)} above` : `${formatMoney(room)} left`;
}

/** The date of the prices, as people write it: `3 Nov 2026`. */
export function priceDate({
  pricesAsOf,
}: Pick<EnvironmentCost, 'pricesAsOf'>): string {
  return DateTime.fromISO(pricesAsOf).setLocale('en-US').toFormat('d MMM yyyy');
}
