import { AccordionGroup } from '@backstage/ui';
import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { FindingList } from '../kit/FindingList';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { ApplyPanel } from './ApplyPanel';
import type { Applying } from './ApplyPanel';
import { PlanSectionItem } from './PlanSectionItem';
import { PlanSummary } from './PlanSummary';
import { planTitle } from './planWords';
import { isNothingToDo, toPlanSections } from './toPlanSections';
import styles from './plans.module.css';

export interface PlanPageProps extends Applying {
  part: ShownPart<Plan>;
  /** Where another choice can be made. */
  back: { label: string; href: string };
  onRetry?: () => void;
}

/** Everything that will happen, always in the same order, beside the one button that makes it happen. */
export function PlanPage({ part, back, onRetry, ...applying }: PlanPageProps) {
  if (part.state !== 'value') {
    return (
      <div className={styles.page}>
        <PageHead title="Plan" back={back} />
        <PartCard title="Plan" part={part} onRetry={onRetry}>
          {() => undefined}
        </PartCard>
      </div>
    );
  }
  const plan = part.value;
  const sections = toPlanSections(plan);
  // What is stopped before it was worked out has no contents, which isn't the same as nothing to do.
  const isBlocked = plan.findings.some(
    ({ severity }) => severity === 'blocker',
  );
  const loud = sections
    .filter(({ level }) => level === 'danger')
    .map(({ id }) => id);
  return (
    <div className={styles.columns}>
      <div className={styles.page}>
        <PageHead title={planTitle(plan)} back={back}>
          {!isNothingToDo(plan) && <PlanSummary sections={sections} />}
          {isNothingToDo(plan) && !isBlocked && (
            <p className={styles.lead}>
              There is nothing to do: what runs is what this plan wants.
            </p>
          )}
        </PageHead>
        <FindingList findings={plan.findings} />
        <AccordionGroup allowsMultiple defaultExpandedKeys={loud}>
          {sections.map(section => (
            <PlanSectionItem key={section.id} section={section} />
          ))}
        </AccordionGroup>
      </div>
      <ApplyPanel plan={plan} {...applying} />
    </div>
  );
}
