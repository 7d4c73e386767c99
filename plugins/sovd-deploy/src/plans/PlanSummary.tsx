import { RiCloseCircleFill } from '@remixicon/react';
import type { PlanRowKind, PlanSection } from './PlanSection';
import styles from './plans.module.css';

const kinds: { kind: PlanRowKind; label: string; loud?: boolean }[] = [
  { kind: 'add', label: 'added' },
  { kind: 'change', label: 'changed' },
  { kind: 'remove', label: 'removed' },
  { kind: 'replace', label: 'replaced', loud: true },
  { kind: 'delete', label: 'deleted', loud: true },
];

/** Five numbers before any detail. */
export function PlanSummary({ sections }: { sections: PlanSection[] }) {
  const rows = sections.flatMap(section => section.rows);
  return (
    <ul className={styles.summary} aria-label="What this plan does">
      {kinds.map(({ kind, label, loud }) => {
        const count = rows.filter(row => row.kind === kind).length;
        return (
          <li key={kind} data-loud={(loud && count > 0) || undefined}>
            {loud && count > 0 && <RiCloseCircleFill size={16} aria-hidden />}
            <strong>{count}</strong> {label}
          </li>
        );
      })}
    </ul>
  );
}
