import type { RemixiconComponentType } from '@remixicon/react';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiInformationLine,
  RiLoopLeftLine,
  RiPencilLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { PlanRow, PlanRowKind } from './PlanSection';
import { PlanFields } from './PlanFields';
import styles from './plans.module.css';

interface RowLook {
  word: string;
  icon: RemixiconComponentType;
  loud?: boolean;
}

const kindLook: Record<PlanRowKind, RowLook> = {
  add: { word: 'Add', icon: RiAddLine },
  change: { word: 'Change', icon: RiPencilLine },
  replace: { word: 'Replace', icon: RiLoopLeftLine, loud: true },
  remove: { word: 'Remove', icon: RiSubtractLine },
  delete: { word: 'Delete', icon: RiDeleteBinLine, loud: true },
  more: { word: 'More', icon: RiArrowUpLine },
  less: { word: 'Less', icon: RiArrowDownLine },
  note: { word: 'Note', icon: RiInformationLine },
};

/** One thing that a plan does. */
export function PlanRowItem({ row }: { row: PlanRow }) {
  const { word, icon: Icon, loud } = kindLook[row.kind];
  return (
    <li className={styles.row} data-loud={loud}>
      <span className={styles.kind}>
        <Icon size={14} aria-hidden />
        {word}
      </span>
      <div className={styles.rowBody}>
        <strong className={styles.subject}>{row.subject}</strong>
        {row.detail && <p className={styles.detail}>{row.detail}</p>}
        {row.lines?.map(line => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
        {row.fields && <PlanFields fields={row.fields} />}
      </div>
    </li>
  );
}
