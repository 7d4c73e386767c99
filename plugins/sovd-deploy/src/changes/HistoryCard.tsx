import { Button } from '@backstage/ui';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { HistoryEntry } from './HistoryEntry';
import styles from './changes.module.css';
import type { EarlierChanges } from './useHistory';

interface HistoryCardProps {
  part: ShownPart<Change[]>;
  /** Left out where all are shown. */
  earlier?: EarlierChanges;
  /** The page of a change. */
  changeHref?: (id: string) => string;
  onRetry?: () => void;
}

/** What was done to the environment, the newest first. */
export function HistoryCard({
  part,
  earlier,
  changeHref,
  onRetry,
}: HistoryCardProps) {
  return (
    <PartCard title="History" part={part} onRetry={onRetry}>
      {changes => (
        <>
          <ol className={styles.timeline}>
            {changes.map(change => (
              <HistoryEntry
                key={change.id}
                change={change}
                href={changeHref?.(change.id)}
              />
            ))}
          </ol>
          {earlier && (
            <Button
              variant="secondary"
              isPending={earlier.isPending}
              onPress={earlier.onShow}
            >
              Show earlier
            </Button>
          )}
        </>
      )}
    </PartCard>
  );
}
