import { useState } from 'react';
import { NumberField } from '@backstage/ui';
import { counted } from '../kit/counted';
import { PageHead } from '../kit/PageHead';
import { PlanFoot } from './PlanFoot';
import type { PlanningPageProps } from './PlanningPageProps';
import { scaleLimits, scaleOffReason } from './toScale';
import styles from './plans.module.css';

export interface ScalePageProps extends PlanningPageProps {
  /** Pods of the backend that are wanted now. */
  current: number;
}

/** How many pods it shall be. */
export function ScalePage({ current, ...page }: ScalePageProps) {
  const [wanted, setWanted] = useState(current);
  const { least, most } = scaleLimits;
  return (
    <div className={styles.page}>
      <PageHead
        title={`Scale ${page.name}, now ${counted(current, 'backend pod')}`}
        back={page.back}
      />
      <div className={styles.number}>
        <NumberField
          label="Backend pods"
          description={`Now ${current}; from ${least} to ${most}. Each opens connections to the database: the plan says whether they are enough.`}
          minValue={least}
          maxValue={most}
          step={1}
          value={wanted}
          onChange={setWanted}
          validationBehavior="aria"
        />
      </div>
      <PlanFoot
        label={
          Number.isNaN(wanted)
            ? 'Plan the scaling'
            : `Plan ${counted(wanted, 'backend pod')}`
        }
        offReason={page.barrier ?? scaleOffReason(wanted, current)}
        isPlanning={page.isPlanning}
        planningFailure={page.planningFailure}
        onPlan={() =>
          page.onPlan?.({ kind: 'scale', input: { backendReplicas: wanted } })
        }
      />
    </div>
  );
}
