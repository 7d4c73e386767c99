import { useState } from 'react';
import { RadioGroup } from '@backstage/ui';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import { valueOf } from '../kit/ShownPart';
import type { ShownPart } from '../kit/ShownPart';
import { PlanFoot } from './PlanFoot';
import type { PlanningPageProps } from './PlanningPageProps';
import { ReleaseRadio } from './ReleaseRadio';
import type { ReleaseChoice } from './toReleaseChoices';
import styles from './plans.module.css';

export interface ChooseReleasePageProps extends PlanningPageProps {
  part: ShownPart<ReleaseChoice[]>;
  current?: string;
  changeHref: (id: string) => string;
  onRetry?: () => void;
}

/** Which earlier release it shall be again. */
export function ChooseReleasePage({
  part,
  current,
  changeHref,
  onRetry,
  ...page
}: ChooseReleasePageProps) {
  const [picked, setPicked] = useState<string>();
  const choices = valueOf(part) ?? [];
  const chosen =
    choices.find(({ revision }) => String(revision) === picked) ?? choices[0];
  const now = current ? `, now ${current}` : '';
  return (
    <div className={styles.page}>
      <PageHead title={`Roll back ${page.name}${now}`} back={page.back} />
      {part.state !== 'value' || !chosen ? (
        <PartCard title="Earlier releases" part={part} onRetry={onRetry}>
          {() => undefined}
        </PartCard>
      ) : (
        <>
          <RadioGroup
            aria-label="Earlier release"
            value={String(chosen.revision)}
            onChange={setPicked}
          >
            <div className={styles.choices}>
              {choices.map(choice => (
                <ReleaseRadio
                  key={choice.revision}
                  choice={choice}
                  isChosen={choice === chosen}
                  changeHref={changeHref}
                />
              ))}
            </div>
          </RadioGroup>
          <PlanFoot
            label={`Plan the way back to ${chosen.version}`}
            offReason={page.barrier}
            isPlanning={page.isPlanning}
            planningFailure={page.planningFailure}
            onPlan={() =>
              page.onPlan?.({
                kind: 'rollback',
                input: { revision: chosen.revision },
              })
            }
          />
        </>
      )}
    </div>
  );
}
