import { Alert } from '@backstage/ui';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { DisabledReason } from '../kit/DisabledReason';
import { StopDialog } from './StopDialog';
import { toStopBarrier, toStopConsequence } from './toStopConsequence';
import styles from './changes.module.css';

/** How a change can be stopped. */
export interface Stopping {
  /** Why this person may not. */
  stopBarrier?: string;
  isStopping?: boolean;
  stopFailure?: string;
  onStop?: () => void;
}

interface StopPanelProps extends Stopping {
  change: Change;
}

/** The way out of a running change, and what it means. */
export function StopPanel({
  change,
  stopBarrier,
  isStopping,
  stopFailure,
  onStop,
}: StopPanelProps) {
  if (isTerminal(change.phase)) return null;
  const offReason = stopBarrier ?? toStopBarrier(change);
  const asked = change.abort !== undefined;
  return (
    <div className={styles.stop}>
      <StopDialog
        change={change}
        offReason={offReason}
        isStopping={isStopping || asked}
        onStop={onStop}
      />
      {offReason ? (
        <DisabledReason reason={offReason} />
      ) : (
        <p className={styles.meta}>
          {asked ? 'It is on its way back.' : toStopConsequence(change)}
        </p>
      )}
      {stopFailure && (
        <Alert role="alert" status="danger" icon title={stopFailure} />
      )}
    </div>
  );
}
