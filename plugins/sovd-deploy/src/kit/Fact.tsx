import type { ReactNode } from 'react';
import styles from './kit.module.css';

/** A list of labelled values; one column on a phone. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

interface FactProps {
  label: string;
  children: ReactNode;
  hint?: ReactNode;
}

export function Fact({ label, children, hint }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>
        <div className={styles.factValue}>{children}</div>
        {hint && <div className={styles.factHint}>{hint}</div>}
      </dd>
    </div>
  );
}
