import { useId } from 'react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change, ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { Age } from '../kit/Age';
import { changeLook } from '../kit/intent';
import kit from '../kit/kit.module.css';
import { LinkedText } from '../kit/LinkedText';
import { nameOf } from '../kit/nameOf';
import { StatusLabel } from '../kit/StatusLabel';
import { changeSentence, changeTitle } from './changeSentence';
import { StageItem } from './StageItem';
import { useSteadyText } from './useSteadyText';
import styles from './changes.module.css';

interface ChangeCardProps {
  change: Change;
  /** Log entries of the change, oldest first. */
  log: ChangeLogEntry[];
  /** The change's own page. */
  href?: string;
  /** The page has said the cause already. */
  causeIsTold?: boolean;
}

/** A change that runs, or that ended without success: where it is and what it does. */
export function ChangeCard({
  change,
  log,
  href,
  causeIsTold,
}: ChangeCardProps) {
  const id = useId();
  const sentence = useSteadyText(changeSentence(change));
  return (
    <Card className={kit.card} role="region" aria-labelledby={id}>
      <CardHeader>
        <div className={kit.cardHead}>
          <Text as="h3" id={id} variant="title-x-small" weight="bold">
            {changeTitle(change)}
          </Text>
          <StatusLabel soft look={changeLook[change.phase]} />
        </div>
        <p className={styles.now} role="status">
          <LinkedText text={sentence} />
        </p>
        <p className={styles.meta}>
          Asked for by {nameOf(change.requestedBy)},{' '}
          <Age at={change.createdAt} />
        </p>
      </CardHeader>
      <CardBody className={kit.cardBody}>
        {change.finding && !causeIsTold && (
          <p className={styles.cause}>
            <LinkedText text={change.finding.cause} />
          </p>
        )}
        <ol className={styles.stages} aria-label="Stages">
          {change.stages.map(stage => (
            <StageItem
              key={stage.name}
              stage={stage}
              ended={isTerminal(change.phase) && change.phase !== 'succeeded'}
              log={log.filter(entry => entry.stage === stage.name)}
            />
          ))}
        </ol>
        {href && <Link href={href}>Open this change</Link>}
      </CardBody>
    </Card>
  );
}
