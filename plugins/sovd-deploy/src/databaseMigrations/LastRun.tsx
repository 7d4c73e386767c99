import type {
  DatabaseMigration,
  LockHolder,
} from '@sovd/plugin-sovd-deploy-common';
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
  const { revision, cause, sqlState, blockedBy = [] } = migration;
  const [holder, ...more] = blockedBy;
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
      {holder && <Holder holder={holder} more={more.length} />}
    </>
  );
}

function Holder({ holder, more }: { holder: LockHolder; more: number }) {
  const { pid, application, user, state, since, relation } = holder;
  const known = [application, user, state].filter(Boolean).join(', ');
  return (
    <p>
      {/* a prepared transaction has no session, and 0 in place of its ID */}
      {pid === 0 ? 'A prepared transaction' : `Session ${pid}`}
      {known && ` (${known})`} held the lock
      {relation && (
        <>
          {' '}
          on <span className={kit.mono}>{relation}</span>
        </>
      )}
      {since && (
        <>
          , begun <Age at={since} />
        </>
      )}
      {more > 0 && `, and ${more} more in the way`}
    </p>
  );
}
