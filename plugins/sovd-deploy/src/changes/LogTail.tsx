import type { ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import styles from './changes.module.css';

/** More lines than this are for the task's log. */
const LAST_LINES = 8;

interface LogTailProps {
  entries: ChangeLogEntry[];
  label: string;
}

/** The last lines only. Focusable, so that a keyboard can scroll it; not announced. */
export function LogTail({ entries, label }: LogTailProps) {
  if (entries.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.log} role="region" tabIndex={0} aria-label={label}>
      {entries
        .slice(-LAST_LINES)
        .map(({ text }) => text)
        .join('\n')}
    </pre>
  );
}
