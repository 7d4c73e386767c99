import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentCost } from '@sovd/plugin-sovd-deploy-common';
import { useStale } from './StaleContext';
import styles from './kit.module.css';

type Budgeted = Pick<
  EnvironmentCost,
  'baseline' | 'peak' | 'budget' | 'verdict'
>;

/**
 * Solid: the estimate. Hatched: what a month at full load would add. The line is the budget;
 * the right edge is the largest of the three.
 */
export function BudgetMeter({ baseline, peak, budget, verdict }: Budgeted) {
  const stale = useStale();
  const end = Math.max(budget, peak, baseline);
  const percent = (amount: number) => `${(amount / end) * 100}%`;
  return (
    <div
      className={styles.meter}
      data-intent={verdict === 'above' && !stale ? 'warning' : 'neutral'}
      role="img"
      aria-label={`${formatMoney(baseline)} a month estimated, ${formatMoney(
        peak,
      )} at peak, budget ${formatMoney(budget)}`}
    >
      <span className={styles.meterFill} style={{ width: percent(baseline) }} />
      <span
        className={styles.meterTail}
        style={{
          left: percent(baseline),
          width: percent(Math.max(0, peak - baseline)),
        }}
      />
      {budget < end && (
        <span className={styles.meterLimit} style={{ left: percent(budget) }} />
      )}
    </div>
  );
}
