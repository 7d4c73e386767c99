import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import { Fact, Facts } from '../kit/Fact';
import kit from '../kit/kit.module.css';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { headOf } from './headOf';
import { LastRun } from './LastRun';
import styles from './databaseMigrations.module.css';

interface DatabaseMigrationCardProps {
  part: ShownPart<DatabaseMigration>;
  onRetry?: () => void;
}

/** Alembic's state, as the last migration Job reported it. */
export function DatabaseMigrationCard({
  part,
  onRetry,
}: DatabaseMigrationCardProps) {
  return (
    <PartCard
      title="Database migration"
      part={part}
      onRetry={onRetry}
      aside={migration => <StatusLabel look={headOf(migration)} />}
    >
      {migration => (
        <div className={styles.body}>
          <Facts>
            <Fact label="Current revision" hint="in the database">
              <Revisions ids={migration.current} none="Empty" />
            </Fact>
            <Fact label="Head" hint="newest that the image knows">
              <Revisions ids={migration.heads} none="Not reported" />
            </Fact>
          </Facts>
          <LastRun migration={migration} />
        </div>
      )}
    </PartCard>
  );
}

function Revisions({ ids, none }: { ids: string[]; none: string }) {
  if (ids.length === 0) return <>{none}</>;
  return <span className={kit.mono}>{ids.join(', ')}</span>;
}
