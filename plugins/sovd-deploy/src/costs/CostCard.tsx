import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentCost } from '@sovd/plugin-sovd-deploy-common';
import { BudgetMeter } from '../kit/BudgetMeter';
import { Fact, Facts } from '../kit/Fact';
import { budgetLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { CostGroups } from './CostGroups';
import { budgetRoom, priceDate } from './costWords';
import styles from './costs.module.css';

interface CostCardProps {
  part: ShownPart<EnvironmentCost>;
  onRetry?: () => void;
}

/** What an environment costs by the price book. There is no bill to show: an estimate is all that is known. */
export function CostCard({ part, onRetry }: CostCardProps) {
  return (
    <PartCard
      title="Cost"
      part={part}
      onRetry={onRetry}
      aside={({ verdict }) => <StatusLabel look={budgetLook[verdict]} />}
    >
      {cost => (
        <div className={styles.body}>
          <div>
            <p className={styles.big}>
              {formatMoney(cost.baseline)}{' '}
              <span>
                a month, {cost.approximate ? 'roughly estimated' : 'estimated'}
              </span>
            </p>
            <BudgetMeter {...cost} />
          </div>
          <Facts>
            <Fact label="Budget" hint={budgetRoom(cost)}>
              {formatMoney(cost.budget)}
            </Fact>
            <Fact
              label="Peak"
              hint="the most nodes and triple traffic, all month"
            >
              {formatMoney(cost.peak)}
            </Fact>
          </Facts>
          <CostGroups groups={cost.groups} />
          <p className={styles.note}>
            Estimate, not a bill. Prices of {priceDate(cost)} for {cost.region}.
            {cost.approximate &&
              " Approximate: they are reckoned from another region's prices."}
          </p>
        </div>
      )}
    </PartCard>
  );
}
