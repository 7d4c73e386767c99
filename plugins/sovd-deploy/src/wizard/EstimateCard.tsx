import { Card, CardBody, Text, VisuallyHidden } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import { BudgetMeter } from '../kit/BudgetMeter';
import { StateMessage } from '../kit/StateMessage';
import { EstimateLines } from './EstimateLines';
import { estimateDifference, estimateFoot } from './estimateWords';
import type { ShownEstimate } from './ShownEstimate';
import styles from './wizard.module.css';

interface EstimateCardProps {
  estimate: ShownEstimate;
}

/** What the answers cost a month; what isn't known is said, never counted as nothing. */
export function EstimateCard({ estimate: shown }: EstimateCardProps) {
  return (
    <Card role="region" aria-label="Estimate" className={styles.panelCard}>
      <CardBody className={styles.panelBody}>
        <Text as="h3" variant="body-medium" weight="bold">
          Estimate
        </Text>
        {shown.state === 'known' ? (
          <KnownEstimate {...shown} />
        ) : (
          <div role="status">
            <StateMessage
              icon={RiQuestionLine}
              headline={shown.headline}
              cause={shown.cause}
            />
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function KnownEstimate({
  estimate,
  usual,
  cost,
}: Extract<ShownEstimate, { state: 'known' }>) {
  const sum = formatMoney(estimate.baseline.monthly);
  return (
    <>
      <p className={styles.total} aria-hidden>
        {sum}
      </p>
      <p className={styles.note} aria-hidden>
        a month, {estimateDifference(estimate.baseline.monthly, usual)}
      </p>
      <VisuallyHidden role="status">
        {`Estimate ${sum} a month, ${estimateDifference(
          estimate.baseline.monthly,
          usual,
        )}`}
      </VisuallyHidden>
      {cost && (
        <>
          <BudgetMeter {...cost} />
          <p className={styles.note} data-loud={cost.verdict === 'above'}>
            {estimateFoot.budget(cost)}
          </p>
        </>
      )}
      <EstimateLines sum={estimate.baseline} />
      <p className={styles.note}>{estimateFoot.peak(estimate)}</p>
      <p className={styles.note}>{estimateFoot.prices(estimate)}</p>
    </>
  );
}
