import type { Finding } from '../finding';
import type { Answers } from './answers';
import type { DatabaseClass } from './sizeAnswers';

/** Connections that one pod may open: one worker with SQLAlchemy's pool of 20 and overflow of 10. */
const CONNECTIONS_PER_POD = 30;
/** Kept for the migration Job, monitoring and a person with psql. */
const RESERVED_CONNECTIONS = 20;
/** Pods above the wanted number while a rolling update runs (maxSurge). */
const SURGE_PODS = 1;
/** Share of the server's limit that the application may use. */
const USABLE_SHARE = 0.8;

/**
 * RDS for PostgreSQL sets max_connections to its memory in bytes divided by 9531392.
 * Source: Amazon RDS User Guide, "Quotas and constraints", DBInstanceClassMemory.
 */
const MEMORY_GIB: Record<DatabaseClass, number> = {
  'db.t3.medium': 4,
  'db.t3.large': 8,
};

function maxConnections(databaseClass: DatabaseClass): number {
  const bytes = MEMORY_GIB[databaseClass] * 1024 ** 3;
  return Math.min(Math.floor(bytes / 9_531_392), 5000);
}

function podsWithin(databaseClass: DatabaseClass): number {
  const usable = maxConnections(databaseClass) * USABLE_SHARE;
  const pods = (usable - RESERVED_CONNECTIONS) / CONNECTIONS_PER_POD;
  return Math.floor(pods) - SURGE_PODS;
}

/** Refuses more pods than the database has connections for, naming the remedies. @public */
export function judgeConnectionBudget(answers: Answers): Finding[] {
  const { backendReplicas, databaseClass } = answers;
  const most = podsWithin(databaseClass);
  if (backendReplicas <= most) return [];

  const wanted = (backendReplicas + SURGE_PODS) * CONNECTIONS_PER_POD;
  const larger = (Object.keys(MEMORY_GIB) as DatabaseClass[]).find(
    other => podsWithin(other) >= backendReplicas,
  );
  return [
    {
      rule: 'connection-budget',
      severity: 'blocker',
      headline: `${backendReplicas} pods can use up all database connections`,
      cause: `Each pod opens up to ${CONNECTIONS_PER_POD}; together ${wanted} while a release rolls. ${databaseClass} allows ${maxConnections(
        databaseClass,
      )}, of which ${USABLE_SHARE * 100} % are planned for.`,
      nextSteps: [
        { label: `At most ${most} pods` },
        ...(larger ? [{ label: `Or ${larger}` }] : []),
      ],
      fields: ['backendReplicas', 'databaseClass'],
    },
  ];
}
