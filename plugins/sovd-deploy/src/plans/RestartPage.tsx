import { Alert, Button } from '@backstage/ui';
import { DisabledReason } from '../kit/DisabledReason';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import type { PlanningPageProps } from './PlanningPageProps';
import styles from './plans.module.css';

/** Nothing is to be chosen: the plan is on its way. */
export function RestartPage({
  name,
  back,
  barrier,
  planningFailure,
  onPlan,
}: PlanningPageProps) {
  return (
    <div className={styles.page}>
      <PageHead title={`Restart the pods of ${name}`} back={back} />
      {barrier && <DisabledReason reason={barrier} />}
      {!barrier && planningFailure && (
        <>
          <Alert role="alert" status="danger" icon title={planningFailure} />
          <div>
            <Button
              variant="secondary"
              onPress={() => onPlan?.({ kind: 'restart', input: {} })}
            >
              Try again
            </Button>
          </div>
        </>
      )}
      {!barrier && !planningFailure && (
        <PartCard title="Plan" part={{ state: 'loading' }}>
          {() => undefined}
        </PartCard>
      )}
    </div>
  );
}
