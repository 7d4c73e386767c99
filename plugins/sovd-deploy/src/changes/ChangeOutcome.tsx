import { Card, CardBody, Text } from '@backstage/ui';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import kit from '../kit/kit.module.css';
import { LinkedText } from '../kit/LinkedText';
import { NextSteps } from '../kit/NextSteps';
import { toOutcome } from './toOutcome';
import styles from './changes.module.css';

interface ChangeOutcomeProps {
  change: Change;
  /** What runs now. */
  serving: string;
  /** Helm's revision that runs now, when it is known. */
  runningRevision?: number;
}

/** What came of a change: the first cause, and what serves now. */
export function ChangeOutcome({
  change,
  serving,
  runningRevision,
}: ChangeOutcomeProps) {
  if (!isTerminal(change.phase)) return null;
  const { headline, cause, nextSteps } = toOutcome(change, runningRevision);
  return (
    <Card className={kit.card} role="region" aria-label="Outcome">
      <CardBody className={kit.cardBody}>
        <div className={styles.outcome}>
          <Text as="h4" variant="title-x-small" weight="bold">
            {headline}
          </Text>
          {cause && (
            <p className={styles.outcomeCause}>
              <LinkedText text={cause} />
            </p>
          )}
          <p className={styles.plain}>{serving}</p>
          <NextSteps steps={nextSteps} />
        </div>
      </CardBody>
    </Card>
  );
}
