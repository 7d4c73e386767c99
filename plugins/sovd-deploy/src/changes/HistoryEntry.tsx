import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { changeLook } from '../kit/intent';
import { nameOf } from '../kit/nameOf';
import { StatusLabel } from '../kit/StatusLabel';
import { formatDuration, formatMoment, millisecondsBetween } from '../kit/time';
import { changeTitle } from './changeSentence';
import styles from './changes.module.css';

/** Result, what and why, who and when: in the order a post-mortem asks. */
export function HistoryEntry({ change }: { change: Change }) {
  const { phase, reason, requestedBy, createdAt, finishedAt, finding } = change;
  const took =
    finishedAt && formatDuration(millisecondsBetween(createdAt, finishedAt));
  return (
    <li className={styles.entry}>
      <StatusLabel look={changeLook[phase]} />
      <div>
        <p className={styles.what}>{changeTitle(change)}</p>
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
        {finding && (
          <>
            <p className={styles.plain}>{finding.headline}</p>
            <p className={styles.meta}>{finding.cause}</p>
          </>
        )}
      </div>
    </li>
  );
}
