import { Link } from '@backstage/ui';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change, ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { changeLook } from '../kit/intent';
import { LinkedText } from '../kit/LinkedText';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StaleContext } from '../kit/StaleContext';
import { StatusLabel } from '../kit/StatusLabel';
import { ChangeDuration } from './ChangeDuration';
import { ChangeFacts } from './ChangeFacts';
import { ChangeOutcome } from './ChangeOutcome';
import { changeSentence, changeTitle } from './changeSentence';
import { StageItem } from './StageItem';
import { StopPanel } from './StopPanel';
import type { Stopping } from './StopPanel';
import { useSteadyText } from './useSteadyText';
import styles from './changes.module.css';

export interface ChangePageProps extends Stopping {
  part: ShownPart<Change>;
  /** Log entries of the change, oldest first. */
  log: ChangeLogEntry[];
  /** What runs now. */
  serving: string;
  /** Helm's revision that runs now, when it is known. */
  runningRevision?: number;
  back: { label: string; href: string };
  logHref: string;
  onRetry?: () => void;
}

/** A change: where it is, what it does now and how to stop it; then what came of it. */
export function ChangePage({ part, back, onRetry, ...rest }: ChangePageProps) {
  if (part.state !== 'value') {
    return (
      <div className={styles.page}>
        <PageHead title="Change" back={back} />
        <PartCard title="Change" part={part} onRetry={onRetry}>
          {() => undefined}
        </PartCard>
      </div>
    );
  }
  return (
    <StaleContext.Provider value={part.staleReason !== undefined}>
      <KnownChange part={part} back={back} {...rest} />
    </StaleContext.Provider>
  );
}

interface KnownChangeProps extends Omit<ChangePageProps, 'part'> {
  part: Extract<ShownPart<Change>, { state: 'value' }>;
}

function KnownChange({
  part: { value: change, source, observedAt, staleReason },
  log,
  serving,
  runningRevision,
  back,
  logHref,
  ...stopping
}: KnownChangeProps) {
  const sentence = useSteadyText(changeSentence(change, { isCauseTold: true }));
  const ended = isTerminal(change.phase);
  const { label } = changeLook[change.phase];
  return (
    <div className={styles.page}>
      <div className={styles.pageTop}>
        <PageHead title={changeTitle(change)} back={back}>
          <StatusLabel soft look={changeLook[change.phase]}>
            {label}, <ChangeDuration change={change} />
          </StatusLabel>
          <p className={styles.now} role="status">
            <LinkedText text={sentence} />
          </p>
        </PageHead>
        <StopPanel change={change} {...stopping} />
      </div>
      <ChangeOutcome
        change={change}
        serving={serving}
        runningRevision={runningRevision}
      />
      <div className={styles.columns}>
        <div className={styles.progress}>
          <ol className={styles.stages} aria-label="Stages">
            {change.stages.map(stage => (
              <StageItem
                key={stage.name}
                stage={stage}
                ended={ended && change.phase !== 'succeeded'}
                log={log.filter(entry => entry.stage === stage.name)}
              />
            ))}
          </ol>
          <Link href={logHref}>Read the whole log</Link>
        </div>
        <ChangeFacts
          change={change}
          serving={ended ? undefined : serving}
          source={source}
          observedAt={observedAt}
          staleReason={staleReason}
        />
      </div>
    </div>
  );
}
