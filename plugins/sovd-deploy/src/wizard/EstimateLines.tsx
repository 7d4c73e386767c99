import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { CostSum } from '@sovd/plugin-sovd-deploy-common';
import { toCostGroups } from './toCostGroups';
import styles from './wizard.module.css';

/** What the sum is made of. */
export function EstimateLines({ sum }: { sum: CostSum }) {
  return (
    <dl className={styles.lines}>
      {toCostGroups(sum).map(({ label, note, monthly }) => (
        <div key={label}>
          <dt>
            {label}
            <span>{note}</span>
          </dt>
          <dd>{formatMoney(monthly)}</dd>
        </div>
      ))}
    </dl>
  );
}
