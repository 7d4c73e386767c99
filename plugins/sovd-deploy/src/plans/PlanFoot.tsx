import { useId } from 'react';
import { Alert, Button } from '@backstage/ui';
import { DisabledReason } from '../kit/DisabledReason';
import styles from './plans.module.css';

interface PlanFootProps {
  /** What is planned, on the button. */
  label: string;
  /** Why the button is off. */
  offReason?: string;
  isPlanning?: boolean;
  planningFailure?: string;
  onPlan: () => void;
}

/** The button that has a plan made, and what it costs: some seconds and nothing else. */
export function PlanFoot({
  label,
  offReason,
  isPlanning,
  planningFailure,
  onPlan,
}: PlanFootProps) {
  const offId = useId();
  return (
    <>
      {planningFailure && (
        <Alert role="alert" status="danger" icon title={planningFailure} />
      )}
      <div className={styles.foot}>
        <Button
          variant="primary"
          isDisabled={offReason !== undefined}
          isPending={isPlanning}
          onPress={onPlan}
          aria-describedby={offReason ? offId : undefined}
        >
          {label}
        </Button>
        {offReason ? (
          <DisabledReason id={offId} reason={offReason} />
        ) : (
          <span className={styles.hint} role="status">
            {isPlanning
              ? 'Working it out; this takes about 3 s.'
              : 'Takes about 3 s and changes nothing.'}
          </span>
        )}
      </div>
    </>
  );
}
