import { Card, CardBody, CardFooter } from '@backstage/ui';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { Fact, Facts } from '../kit/Fact';
import { Freshness } from '../kit/Freshness';
import kit from '../kit/kit.module.css';
import { nameOf } from '../kit/nameOf';
import { formatMoment } from '../kit/time';
import { rollbackOf } from './changeSentence';
import styles from './changes.module.css';

interface ChangeFactsProps {
  change: Change;
  /** What runs now; left out where the page has said it. */
  serving?: string;
  source: string;
  observedAt: string;
  staleReason?: string;
}

/** Why, who, what for and what runs meanwhile. */
export function ChangeFacts({
  change,
  serving,
  ...freshness
}: ChangeFactsProps) {
  const { reason, requestedBy, createdAt, planDigest, revision } = change;
  const taken = rollbackOf(change);
  return (
    <Card className={styles.about} role="region" aria-label="About this change">
      <CardBody className={kit.cardBody}>
        <Facts>
          <Fact label="Why">{reason ?? 'No reason was given'}</Fact>
          <Fact label="Asked for by" hint={formatMoment(createdAt, Date.now())}>
            {nameOf(requestedBy)}
          </Fact>
          {taken && <Fact label="Kind">{taken}</Fact>}
          {planDigest && (
            <Fact label="Plan">
              <span className={kit.mono} title={planDigest}>
                {planDigest.replace('sha256:', '').slice(0, 12)}
              </span>
            </Fact>
          )}
          {revision && <Fact label="Revision">{revision}</Fact>}
          {serving && <Fact label="Runs now">{serving}</Fact>}
        </Facts>
      </CardBody>
      <CardFooter>
        <Freshness {...freshness} />
      </CardFooter>
    </Card>
  );
}
