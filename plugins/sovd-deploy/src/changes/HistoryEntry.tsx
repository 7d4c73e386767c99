import { Link } from '@backstage/ui';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { changeLook } from '../kit/intent';
import { LinkedText } from '../kit/LinkedText';
import { nameOf } from '../kit/nameOf';
import { StatusLabel } from '../kit/StatusLabel';
import { formatDuration, formatMoment, millisecondsBetween } from '../kit/time';
import { changeTitle, rollbackOf } from './changeSentence';
import styles from './changes.module.css';

interface HistoryEntryProps {
  change: Change;
  /** The change's own page. */
  href?: string;
}

/** Result, what and why, who and when: in the order a post-mortem asks. */
export function HistoryEntry({ change, href }: HistoryEntryProps) {
  const { phase, reason, requestedBy, createdAt, finishedAt, finding } = change;
  const taken = rollbackOf(change);
  const took =
    finishedAt && formatDuration(millisecondsBetween(createdAt, finishedAt));
  return (
    <li className={styles.entry}>
      <StatusLabel look={changeLook[phase]} />
      <div>
        <p className={styles.what}>
          {href ? (
            <Link href={href} weight="bold">
              {changeTitle(change)}
            </Link>
          ) : (
            changeTitle(change)
          )}
        </p>
        {reason && <p className={styles.plain}>{reason}</p>}
      </div>
      <div>
        <p className={styles.plain}>
          {formatMoment(createdAt, Date.now())}
          {took && `, took ${took}`}
        </p>
        <p className={styles.meta}>{nameOf(requestedBy)}</p>
      </div>
      <div>
        {taken && <p className={styles.plain}>{taken}</p>}
        {finding && (
          <>
            <p className={styles.plain}>{finding.headline}</p>
            <p className={styles.meta}>
              <LinkedText text={finding.cause} />
            </p>
          </>
        )}
      </div>
    </li>
  );
}
