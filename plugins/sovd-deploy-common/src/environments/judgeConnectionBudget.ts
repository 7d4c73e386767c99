import type { NextStep } from '../finding';
import type { Answers } from './answers';
import { fewerPods } from './fewerPods';
import type { Judge } from './JudgeContext';
import { databaseClassSchema } from './sizeAnswers';
import type { DatabaseClass } from './sizeAnswers';
import type { Target } from './target';

/** Kept for the migration Job, monitoring and a person with psql. */
const RESERVED_CONNECTIONS = 20;
/** Tenths of the server's limit that the application may use. */
const USABLE_TENTHS = 8;
/** Pool and overflow with which a canary of 20 pods finds its connections. */
const SMALL_POOL = { databasePoolSize: 12, databaseMaxOverflow: 6 };

/**
 * RDS for PostgreSQL sets max_connections to its memory in bytes divided by 9531392.
 * Source: Amazon RDS User Guide, "Quotas and constraints", DBInstanceClassMemory.
 */
const MEMORY_GIB: Record<DatabaseClass, number> = {
  'db.t3.medium': 4,
  'db.t3.large': 8,
};

/** Connections that a database of a class takes. @public */
export function maxConnections(databaseClass: DatabaseClass): number {
  const bytes = MEMORY_GIB[databaseClass] * 1024 ** 3;
  return Math.min(Math.floor(bytes / 9_531_392), 5000);
}

/** Pods above the most while a release rolls: one, or half of them behind a canary. */
function surgePods({ backendMax, strategy }: Answers): number {
  return strategy === 'canary' ? Math.ceil(backendMax / 2) : 1;
}

function connectionsPerPod(answers: Answers): number {
  const { workers, databasePoolSize, databaseMaxOverflow } = answers;
  return workers * (databasePoolSize + databaseMaxOverflow);
}

/** Connections that are open at most while a release rolls, with those kept for others. */
function connectionsOf(answers: Answers): number {
  const pods = answers.backendMax + surgePods(answers);
  return pods * connectionsPerPod(answers) + RESERVED_CONNECTIONS;
}

function fits(
  answers: Answers,
  allowed = maxConnections(answers.databaseClass),
): boolean {
  return connectionsOf(answers) * 10 <= allowed * USABLE_TENTHS;
}

function remedies(
  answers: Answers,
  allowed: number,
  target?: Target,
): NextStep[] {
  const steps: NextStep[] = [];
  for (let backendMax = answers.backendMax - 1; backendMax >= 1; backendMax--) {
    if (fits({ ...answers, backendMax }, allowed)) {
      steps.push(fewerPods(answers, backendMax));
      break;
    }
  }
  const larger = databaseClassSchema.options.find(
    databaseClass =>
      maxConnections(databaseClass) > allowed &&
      (!target || target.databaseClasses.includes(databaseClass)) &&
      fits({ ...answers, databaseClass }),
  );
  if (larger) {
    steps.push({ label: `Or ${larger}`, set: { databaseClass: larger } });
  }
  if (
    answers.strategy === 'canary' &&
    fits({ ...answers, ...SMALL_POOL }, allowed)
  ) {
    steps.push({ label: 'Or a pool of 12 with 6 more', set: SMALL_POOL });
  }
  if (answers.workers > 1 && fits({ ...answers, workers: 1 }, allowed)) {
    steps.push({ label: 'Or one worker in each pod', set: { workers: 1 } });
  }
  return steps.length > 0
    ? steps
    : [{ label: 'Take a smaller pool and fewer workers' }];
}

/** Refuses more pods than the database has connections for, naming the remedies. @public */
export const judgeConnectionBudget: Judge = (
  answers,
  { databaseConnections, target },
) => {
  const { backendMax, databaseClass, workers } = answers;
  const allowed = databaseConnections ?? maxConnections(databaseClass);
  if (fits(answers, allowed)) return [];
  return [
    {
      rule: 'connection-budget',
      severity: 'blocker',
      headline: `${backendMax} pods can use up all database connections`,
      cause: `Each pod opens up to ${connectionsPerPod(answers)}${
        workers > 1 ? ` with ${workers} workers` : ''
      }; together ${connectionsOf(answers)} with the ${surgePods(
        answers,
      )} more of a release and ${RESERVED_CONNECTIONS} for others. ${
        databaseConnections ? 'The database' : databaseClass
      } allows ${allowed}, of which ${USABLE_TENTHS * 10} % are planned for.`,
      nextSteps: remedies(answers, allowed, target),
      fields: [
        'backendMax',
        'databaseClass',
        'workers',
        'databasePoolSize',
        'databaseMaxOverflow',
        'strategy',
      ],
    },
  ];
};
