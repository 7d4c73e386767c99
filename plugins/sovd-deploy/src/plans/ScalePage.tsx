import { useState } from 'react';
import { NumberField } from '@backstage/ui';
import { PageHead } from '../kit/PageHead';
import { PlanFoot } from './PlanFoot';
import type { PlanningPageProps } from './PlanningPageProps';
import { rangeInWords, scaleLimits, scaleOffReason } from './toScale';
import type { ScaleRange } from './toScale';
import styles from './plans.module.css';

export interface ScalePageProps extends PlanningPageProps {
  /** Between which the autoscaler keeps the pods of the backend now. */
  current: ScaleRange;
}

/** Between how many pods the autoscaler shall choose. */
export function ScalePage({ current, ...page }: ScalePageProps) {
  const [wanted, setWanted] = useState(current);
  const { least, most } = scaleLimits;
  const field = {
    minValue: least,
    maxValue: most,
    step: 1,
    validationBehavior: 'aria',
  } as const;
  const offReason = scaleOffReason(wanted, current);
  const { backendMin, backendMax } = wanted;
  return (
    <div className={styles.page}>
      <PageHead
        title={`Scale ${page.name}, now ${rangeInWords(current)}`}
        back={page.back}
      >
        <p className={styles.lead}>
          The autoscaler adds pods under load and takes them away afterwards,
          between these two numbers. Each pod opens connections to the database:
          the plan says whether they are enough.
        </p>
      </PageHead>
      <div className={styles.numbers}>
        <NumberField
          {...field}
          label="At least"
          description={`Now ${current.backendMin}; from ${least} to ${most}.`}
          value={backendMin}
          onChange={value => setWanted({ ...wanted, backendMin: value })}
        />
        <NumberField
          {...field}
          label="At most"
          description={`Now ${current.backendMax}; from ${least} to ${most}.`}
          value={backendMax}
          onChange={value => setWanted({ ...wanted, backendMax: value })}
        />
      </div>
      <PlanFoot
        label={
          Number.isNaN(backendMin + backendMax)
            ? 'Plan the scaling'
            : `Plan ${rangeInWords(wanted)}`
        }
        offReason={page.barrier ?? offReason}
        isPlanning={page.isPlanning}
        planningFailure={page.planningFailure}
        onPlan={() => page.onPlan?.({ kind: 'scale', input: wanted })}
      />
    </div>
  );
}
