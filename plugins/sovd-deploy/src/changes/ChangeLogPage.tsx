import { LogViewer } from '@backstage/core-components';
import type { ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { stageTitle } from './stageTitle';
import styles from './changes.module.css';

export interface ChangeLogPageProps {
  part: ShownPart<ChangeLogEntry[]>;
  back: { label: string; href: string };
  onRetry?: () => void;
}

/** One line of the log: when, in which stage, what. */
function lineOf({ at, stage, text }: ChangeLogEntry): string {
  return `${at.slice(11, 19)}  ${stageTitle[stage]}  ${text}`;
}

/** All that a change has told, to be searched. */
export function ChangeLogPage({ part, back, onRetry }: ChangeLogPageProps) {
  return (
    <div className={styles.page}>
      <PageHead title="Log of this change" back={back} />
      <PartCard title="Log" part={part} onRetry={onRetry}>
        {entries => (
          <div className={styles.wholeLog}>
            <LogViewer text={entries.map(lineOf).join('\n')} textWrap />
          </div>
        )}
      </PartCard>
    </div>
  );
}
