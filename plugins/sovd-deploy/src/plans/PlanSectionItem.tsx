import type { ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiBox3Line,
  RiDatabase2Line,
  RiFileList3Line,
  RiMoneyDollarCircleLine,
  RiServerLine,
  RiShipLine,
} from '@remixicon/react';
import type { RemixiconComponentType } from '@remixicon/react';
import { planLevelLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import { PlanRowItem } from './PlanRowItem';
import type { PlanSection, PlanSectionId } from './PlanSection';
import styles from './plans.module.css';

const titleOf: Record<
  PlanSectionId,
  { title: string; icon: RemixiconComponentType }
> = {
  images: { title: 'Images', icon: RiBox3Line },
  values: { title: 'Values', icon: RiFileList3Line },
  objects: { title: 'Kubernetes objects', icon: RiShipLine },
  database: { title: 'Database', icon: RiDatabase2Line },
  infrastructure: { title: 'Infrastructure', icon: RiServerLine },
  money: { title: 'Money', icon: RiMoneyDollarCircleLine },
  wayBack: { title: 'Way back', icon: RiArrowGoBackLine },
};

/** A quiet section stays folded: its sentence says enough. One without rows has nothing to unfold. */
export function PlanSectionItem({ section }: { section: PlanSection }) {
  if (section.rows.length === 0) {
    return (
      <div className={styles.still}>
        <h4 className={styles.stillHead}>
          <Summary section={section} />
        </h4>
      </div>
    );
  }
  return (
    <Accordion id={section.id}>
      <AccordionTrigger level={4}>
        <Summary section={section} />
      </AccordionTrigger>
      <AccordionPanel>
        <ul className={styles.rows}>
          {section.rows.map(row => (
            <PlanRowItem key={`${row.kind} ${row.subject}`} row={row} />
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}

function Summary({ section }: { section: PlanSection }): ReactNode {
  const { title, icon: Icon } = titleOf[section.id];
  return (
    <span className={styles.trigger}>
      <Icon size={20} aria-hidden className={styles.sectionIcon} />
      <span className={styles.triggerText}>
        <span className={styles.triggerHead}>
          <strong>{title}</strong>{' '}
          {section.count && (
            <span className={styles.count}>{section.count}</span>
          )}{' '}
          <StatusLabel look={section.look ?? planLevelLook[section.level]} />
        </span>{' '}
        <span className={styles.sentence}>{section.sentence}</span>
      </span>
    </span>
  );
}
