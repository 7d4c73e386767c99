import { RiLockLine } from '@remixicon/react';
import styles from './kit.module.css';

interface DisabledReasonProps {
  /** For `aria-describedby` of the button. */
  id?: string;
  reason: string;
}

/** Why a button is off, on the page: a disabled button takes no focus, so a tooltip would reach nobody. */
export function DisabledReason({ id, reason }: DisabledReasonProps) {
  return (
    <p className={styles.reason} id={id}>
      <RiLockLine size={14} aria-hidden />
      <span>{reason}</span>
    </p>
  );
}
