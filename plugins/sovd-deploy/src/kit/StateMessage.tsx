import type { ReactNode } from 'react';
import type { RemixiconComponentType } from '@remixicon/react';
import styles from './kit.module.css';

interface StateMessageProps {
  icon: RemixiconComponentType;
  headline: string;
  cause: ReactNode;
  action?: ReactNode;
}

/** What stands where there is no value: what, why, what to do. */
export function StateMessage({
  icon: Icon,
  headline,
  cause,
  action,
}: StateMessageProps) {
  return (
    <div className={styles.stateMessage}>
      <Icon size={20} aria-hidden />
      <div>
        <p className={styles.stateHeadline}>{headline}</p>
        <p className={styles.stateCause}>{cause}</p>
        {action && <div className={styles.stateAction}>{action}</div>}
      </div>
    </div>
  );
}
