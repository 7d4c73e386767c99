import { formatMoney } from '@sovd/plugin-sovd-deploy-common';

/** `+$96`, `−$96`; `no change` where the shown digits are the same. US dollars. */
export function formatDelta(
  amount: number,
  precision: Parameters<typeof formatMoney>[1] = 'dollars',
): string {
  const size = formatMoney(Math.abs(amount), precision);
  if (size === formatMoney(0, precision)) return 'no change';
  return `${amount > 0 ? '+' : '−'}${size}`;
}
