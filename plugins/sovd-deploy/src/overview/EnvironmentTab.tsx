import type { ReactNode } from 'react';
import type {
  Change,
  ChangeLogEntry,
  EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import { ChangeCard } from '../changes/ChangeCard';
import { HistoryCard } from '../changes/HistoryCard';
import type { EarlierChanges } from '../changes/useHistory';
import { CostCard } from '../costs/CostCard';
import { DatabaseMigrationCard } from '../databaseMigrations/DatabaseMigrationCard';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { RolloutCard } from '../releases/RolloutCard';
import { StackCard } from '../stacks/StackCard';
import { ActionBar } from './ActionBar';
import type { ActionBarProps } from './ActionBar';
import { Headline } from './Headline';
import styles from './overview.module.css';

export interface EnvironmentTabProps {
  part: ShownPart<EnvironmentOverview>;
  history: ShownPart<Change[]>;
  earlier?: EarlierChanges;
  log: ChangeLogEntry[];
  /** What else is good to know, in one line. */
  notice?: ReactNode;
  actions: ActionBarProps;
  /** The page of a change. */
  changeHref?: (id: string) => string;
  kubernetesHref?: string;
  onRetry?: () => void;
  onRetryHistory?: () => void;
}

/** Everything about one environment: the answer first, the evidence below. */
export function EnvironmentTab({
  part,
  history,
  earlier,
  log,
  notice,
  actions,
  changeHref,
  kubernetesHref,
  onRetry,
  onRetryHistory,
}: EnvironmentTabProps) {
  if (part.state !== 'value') {
    return (
      <PartCard title="Environment" part={part} onRetry={onRetry}>
        {() => undefined}
      </PartCard>
    );
  }
  const overview = part.value;
  const { change } = overview;
  return (
    <div className={styles.tab}>
      <Headline overview={overview} />
      <ActionBar {...actions} />
      {notice}
      {change && change.phase !== 'succeeded' && (
        <ChangeCard
          change={change}
          log={log}
          href={changeHref?.(change.id)}
          causeIsTold={change.finding?.cause === overview.headline.cause}
        />
      )}
      <div className={styles.wide}>
        <RolloutCard
          part={overview.rollout}
          kubernetesHref={kubernetesHref}
          onRetry={onRetry}
        />
        <DatabaseMigrationCard
          part={overview.databaseMigration}
          onRetry={onRetry}
        />
      </div>
      <div className={styles.even}>
        <CostCard part={overview.cost} onRetry={onRetry} />
        <StackCard part={overview.stack} onRetry={onRetry} />
      </div>
      <HistoryCard
        part={history}
        earlier={earlier}
        changeHref={changeHref}
        onRetry={onRetryHistory}
      />
    </div>
  );
}
