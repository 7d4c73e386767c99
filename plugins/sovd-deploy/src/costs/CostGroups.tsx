import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentCost } from '@sovd/plugin-sovd-deploy-common';
import styles from './costs.module.css';

/** What the estimate is made of, the largest first. */
export function CostGroups({ groups }: Pick<EnvironmentCost, 'groups'>) {
  const largest = Math.max(...groups.map(({ monthly }) => monthly), 1);
  return (
    <dl className={styles.groups} aria-label="What it is made of">
      {groups.map(({ label, monthly }) => (
        <div key={label} className={styles.group}>
          <dt>{label}</dt>
          <dd>
            <span
              className={styles.share}
              style={{ width: `${(monthly / largest) * 100}%` }}
              aria-hidden
            />
            {formatMoney(monthly)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
