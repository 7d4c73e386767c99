import { RiHistoryLine } from '@remixicon/react';
import { Age } from './Age';
import styles from './kit.module.css';

interface FreshnessProps {
  source: string;
  observedAt: string;
  staleReason?: string;
}

/** The source and the age of what stands above; loud only when it is stale. */
export function Freshness({ source, observedAt, staleReason }: FreshnessProps) {
  if (staleReason) {
    return (
      <p className={styles.freshness} data-stale>
        <RiHistoryLine size={14} aria-hidden />
        <span>
          Last seen <Age at={observedAt} />. {staleReason}
        </span>
      </p>
    );
  }
  return (
    <p className={styles.freshness}>
      <span>
        {source}, <Age at={observedAt} />
      </span>
    </p>
  );
}
