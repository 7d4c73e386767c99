import { ButtonLink } from '@backstage/ui';
import {
  RiArrowRightLine,
  RiEqualLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Relation } from './toRelation';
import styles from './board.module.css';

const icons = {
  same: RiEqualLine,
  other: RiArrowRightLine,
  unknown: RiQuestionLine,
} as const;

interface BoardRelationProps {
  relation: Relation;
  /** The one next step of the page. */
  isNext?: boolean;
}

/** What stands between two columns: the same code or not, and the way to the plan that makes it the same. */
export function BoardRelation({ relation, isNext }: BoardRelationProps) {
  const { state, headline, detail, action, note } = relation;
  const Icon = icons[state];
  return (
    <div className={styles.relation}>
      <Icon
        size={20}
        aria-hidden
        className={state === 'unknown' ? undefined : styles.relationIcon}
      />
      <p className={styles.relationHeadline}>{headline}</p>
      <p className={styles.relationDetail}>{detail}</p>
      {action && (
        <ButtonLink
          href={action.href}
          variant={isNext ? 'primary' : 'secondary'}
        >
          {action.label}
        </ButtonLink>
      )}
      {note && <p className={styles.relationDetail}>{note}</p>}
    </div>
  );
}
