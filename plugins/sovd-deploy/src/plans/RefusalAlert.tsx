import { Alert, Button } from '@backstage/ui';
import type { Refusal } from './toRefusal';

interface RefusalAlertProps {
  refusal: Refusal;
  isPlanning?: boolean;
  planningFailure?: string;
  onPlanAnew?: () => void;
}

/** Why nothing happened, and the way on. */
export function RefusalAlert({
  refusal,
  isPlanning,
  planningFailure,
  onPlanAnew,
}: RefusalAlertProps) {
  return (
    <>
      <Alert
        role="alert"
        status={refusal.anew ? 'warning' : 'danger'}
        icon
        title={refusal.headline}
        description={refusal.text}
      />
      {refusal.anew && (
        <Button variant="primary" isPending={isPlanning} onPress={onPlanAnew}>
          See the new plan
        </Button>
      )}
      {planningFailure && (
        <Alert role="alert" status="danger" icon title={planningFailure} />
      )}
    </>
  );
}
