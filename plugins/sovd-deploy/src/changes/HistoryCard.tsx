import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { HistoryEntry } from './HistoryEntry';
import styles from './changes.module.css';

interface HistoryCardProps {
  part: ShownPart<Change[]>;
  onRetry?: () => void;
}

/** What was done to the environment, the newest first. */
export function HistoryCard({ part, onRetry }: HistoryCardProps) {
  return (
    <PartCard title="History" part={part} onRetry={onRetry}>
      {changes => (
        <ol className={styles.timeline}>
          {changes.map(change => (
            <HistoryEntry key={change.id} change={change} />
          ))}
        </ol>
      )}
    </PartCard>
  );
}
