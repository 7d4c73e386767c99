import type { ReactNode } from 'react';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { Freshness } from '../kit/Freshness';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import styles from './overview.module.css';

export interface ApplicationCardProps {
  part: ShownPart<EnvironmentSummary[]>;
  /** The card of one of them. */
  children: (summary: EnvironmentSummary) => ReactNode;
  onRetry?: () => void;
}

/** One card for each environment of an application, side by side. */
export function ApplicationCard({
  part,
  children,
  onRetry,
}: ApplicationCardProps) {
  if (part.state !== 'value') {
    return (
      <PartCard title="Environments" part={part} onRetry={onRetry}>
        {() => undefined}
      </PartCard>
    );
  }
  return (
    <div className={styles.application}>
      {part.staleReason && <Freshness {...part} />}
      <ul className={styles.gallery} aria-label="Environments">
        {part.value.map(summary => (
          <li key={summary.entityRef}>{children(summary)}</li>
        ))}
      </ul>
    </div>
  );
}
