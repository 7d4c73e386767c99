import type { ChangeLogEntry, Stage } from '@sovd/plugin-sovd-deploy-common';
import { stageLook } from '../kit/intent';
import { LinkedText } from '../kit/LinkedText';
import { StatusLabel } from '../kit/StatusLabel';
import { formatDuration, millisecondsBetween } from '../kit/time';
import { LogTail } from './LogTail';
import { stageTitle } from './stageTitle';
import styles from './changes.module.css';

interface StageItemProps {
  stage: Stage;
  /** The change ended before its last stage: what wasn't begun never will be. */
  ended: boolean;
  log: ChangeLogEntry[];
}

/**
 * One stage: where it is, what came of it, and its last words. What the running one does
 * stands above all stages.
 */
export function StageItem({ stage, ended, log }: StageItemProps) {
  const { name, phase, startedAt, finishedAt, summary } = stage;
  const unreached =
    ended && (phase === 'pending' || (phase === 'skipped' && !summary));
  const telling = ['running', 'failed', 'aborted'].includes(phase);
  return (
    <li
      className={styles.stage}
      data-phase={phase}
      aria-current={phase === 'running' ? 'step' : undefined}
    >
      <div className={styles.stageHead}>
        <h4>{stageTitle[name]}</h4>
        <span className={styles.stageState}>
          {startedAt && finishedAt && (
            <span className={styles.took}>
              {formatDuration(millisecondsBetween(startedAt, finishedAt))}
            </span>
          )}
          <StatusLabel look={stageLook[phase]}>
            {unreached ? 'Not reached' : undefined}
          </StatusLabel>
        </span>
      </div>
      {summary && phase !== 'running' && (
        <p className={styles.stageSummary}>
          <LinkedText text={summary} />
        </p>
      )}
      {telling && (
        <LogTail entries={log} label={`Log of ${stageTitle[name]}`} />
      )}
    </li>
  );
}
