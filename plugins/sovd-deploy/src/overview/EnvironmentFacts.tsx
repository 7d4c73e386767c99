import { formatMoney, tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { headOf } from '../databaseMigrations/headOf';
import { BudgetMeter } from '../kit/BudgetMeter';
import { Facts } from '../kit/Fact';
import { rolloutLook, stackLook } from '../kit/intent';
import { valueOf } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { readyPodsOf } from '../releases/pods';
import { PartFact } from './PartFact';
import styles from './overview.module.css';

/**
 * The four answers of an environment, in the same order wherever they stand; the stack
 * joins them as long as it isn't simply there.
 */
export function EnvironmentFacts({
  overview,
}: {
  overview: EnvironmentOverview;
}) {
  const { release, rollout, databaseMigration, cost, stack } = overview;
  return (
    <Facts>
      <PartFact
        label="Version"
        part={release}
        hint={({ revision }) => `revision ${revision}`}
      >
        {({ images }) => versionOf(tagOf(images))}
      </PartFact>
      <PartFact
        label="Rollout"
        part={rollout}
        hint={({ workloads }) => readyPodsOf(workloads)}
      >
        {({ phase }) => <StatusLabel look={rolloutLook[phase]} />}
      </PartFact>
      <PartFact
        label="Database"
        part={databaseMigration}
        hint={migration => headOf(migration).label.toLowerCase()}
      >
        {({ current }) =>
          current.length > 0 ? `Revision ${current.join(', ')}` : 'Empty'
        }
      </PartFact>
      <PartFact
        label="Cost a month"
        part={cost}
        hint={({ budget }) => `of ${formatMoney(budget)} budget`}
      >
        {value => (
          <>
            {formatMoney(value.baseline)} estimated
            <span className={styles.meter}>
              <BudgetMeter {...value} />
            </span>
          </>
        )}
      </PartFact>
      {valueOf(stack)?.phase !== 'ready' && (
        <PartFact label="Stack" part={stack} hint={({ region }) => region}>
          {({ phase }) => <StatusLabel look={stackLook[phase]} />}
        </PartFact>
      )}
    </Facts>
  );
}
