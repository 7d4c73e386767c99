import { VisuallyHidden } from '@backstage/ui';
import type { ShownField } from './PlanSection';
import styles from './plans.module.css';

/** What fields held and what they will hold. */
export function PlanFields({ fields }: { fields: ShownField[] }) {
  if (fields.length === 0) return null;
  return (
    <ul className={styles.fields}>
      {fields.map(({ path, before, after }) => (
        <li key={path}>
          {path && <span className={styles.path}>{path}</span>}{' '}
          {before !== undefined && (
            <del>
              <VisuallyHidden>from </VisuallyHidden>
              {before}
            </del>
          )}
          {before !== undefined && after !== undefined && (
            <span aria-hidden> → </span>
          )}{' '}
          {after !== undefined && (
            <ins>
              <VisuallyHidden>to </VisuallyHidden>
              {after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
