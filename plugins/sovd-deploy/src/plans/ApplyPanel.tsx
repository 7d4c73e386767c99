import { useId } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import kit from '../kit/kit.module.css';
import { useNow } from '../kit/useNow';
import { ApplyForm } from './ApplyForm';
import { PlanIdentity } from './PlanIdentity';
import { RefusalAlert } from './RefusalAlert';
import { expired } from './toRefusal';
import type { Refusal } from './toRefusal';
import styles from './plans.module.css';

/** What stands between a plan and its change. */
export interface Applying {
  /** Why this person may not apply it, or not now. */
  barrier?: string;
  /** The plan was sent and isn't answered. */
  isApplying?: boolean;
  /** Why the last try was refused. */
  refusal?: Refusal;
  /** A new plan is on its way. */
  isPlanning?: boolean;
  /** Why no new plan came. */
  planningFailure?: string;
  onApply?: (reason: string) => void;
  onPlanAnew?: () => void;
}

interface ApplyPanelProps extends Applying {
  plan: Plan;
}

/** The one place where a plan becomes a change; it stays in sight while one reads. */
export function ApplyPanel({ plan, ...applying }: ApplyPanelProps) {
  const id = useId();
  const isOver = useNow() >= Date.parse(plan.expiresAt);
  const { refusal, isApplying } = applying;
  // Who has pressed the button waits for the answer, whatever the clock says.
  const obstacle = refusal ?? (isOver && !isApplying ? expired : undefined);
  return (
    <aside className={styles.aside} aria-labelledby={id}>
      <Card className={kit.card}>
        <CardBody className={kit.cardBody}>
          <div className={styles.apply}>
            <Text as="h3" id={id} variant="title-x-small" weight="bold">
              Apply this plan
            </Text>
            {obstacle && <RefusalAlert refusal={obstacle} {...applying} />}
            {!obstacle?.anew && (
              <>
                <PlanIdentity plan={plan} />
                <ApplyForm plan={plan} {...applying} />
              </>
            )}
          </div>
        </CardBody>
      </Card>
    </aside>
  );
}
