import type { EnvironmentCost } from './environmentCost';

function formatWith(digits: number) {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

const formats = { dollars: formatWith(0), cents: formatWith(2) };

/**
 * US dollars as people read them: `$1,169`, or `$1,168.63` to the cent.
 *
 * @public
 */
export function formatMoney(
  amount: number,
  precision: 'dollars' | 'cents' = 'dollars',
): string {
  return formats[precision].format(amount);
}

/** Estimate against budget, e.g. `$440 of $800`. @public */
export function formatCost({
  baseline,
  budget,
}: Pick<EnvironmentCost, 'baseline' | 'budget'>): string {
  return `${formatMoney(baseline)} of ${formatMoney(budget)}`;
}
