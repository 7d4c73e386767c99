import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import { Age } from '../kit/Age';
import { databaseMigrationLook } from '../kit/intent';
import kit from '../kit/kit.module.css';
import { StatusLabel } from '../kit/StatusLabel';
import { formatDuration } from '../kit/time';
import styles from './databaseMigrations.module.css';

/** What the last run did, and the database's own words when it failed. */
export function LastRun({ migration }: { migration: DatabaseMigration }) {
  const { phase, applied, job, durationMs } = migration;
  const at = migration.finishedAt ?? migration.startedAt;
  return (
    <div className={styles.run}>
      <div className={styles.runHead}>
        <h4>Last run</h4>
        <StatusLabel look={databaseMigrationLook[phase]} />
      </div>
      {phase === 'failed' && <RunError migration={migration} />}
      <p>
        {applied.length > 0 ? (
          <>
            Applied <span className={kit.mono}>{applied.join(', ')}</span>
          </>
        ) : (
          'Applied nothing'
        )}
        {durationMs !== undefined && ` in ${formatDuration(durationMs)}`}
      </p>
      <p className={styles.meta}>
        Job {job}
        {at && (
          <>
            , <Age at={at} />
          </>
        )}
      </p>
    </div>
  );
}

function RunError({ migration }: { migration: DatabaseMigration }) {
  const { revision, cause, sqlState } = migration;
  return (
    <>
      <p>
        {revision ? (
          <>
            Stopped in <span className={kit.mono}>{revision}</span>
          </>
        ) : (
          'Stopped before the first revision'
        )}
        {sqlState && (
          <>
            , SQLSTATE <span className={kit.mono}>{sqlState}</span>
          </>
        )}
      </p>
      {cause && <p className={styles.cause}>{cause}</p>}
    </>
  );
}
