import {
  databaseClassSchema,
  maxConnections,
} from '@sovd/plugin-sovd-deploy-common';
import type { AnswersMigration } from './AnswersMigration';

/** What every environment of 0.1.0 had, without anybody having been asked. */
const decided = {
  vpcCidr: '10.0.0.0/16',
  multiAz: false,
  databaseStorageGb: 50,
  databaseMaxStorageGb: 100,
  postgresVersion: '15',
  backupRetentionDays: 1,
};

/** Within which an autoscaler keeps staging, unless there were more pods or fewer. */
const usual = { least: 3, most: 10 };

/** A pool with which more pods than usual find their connections. */
function smallerPool(databaseClass: unknown, pods: number) {
  const known = databaseClassSchema.safeParse(databaseClass);
  const allowed = maxConnections(known.data ?? 'db.t3.medium');
  // eight tenths are planned for, 20 of them for others; one more pod while a release rolls
  const perPod = Math.floor(((allowed * 8) / 10 - 20) / (pods + 1));
  if (perPod >= 30) return {};
  const databasePoolSize = Math.ceil((perPod * 2) / 3);
  return { databasePoolSize, databaseMaxOverflow: perPod - databasePoolSize };
}

/**
 * 0.1.0 had a fixed number of pods of the backend alone. They stay as many, between bounds
 * that hold them; network and database stay what they are, for none of them can be changed
 * without being replaced or paid for.
 */
export const from010: AnswersMigration = {
  to: '0.2.0',
  migrate(answers) {
    const pods =
      typeof answers.backendReplicas === 'number' ? answers.backendReplicas : 3;
    const backendMax = Math.max(pods, usual.most);
    return {
      ...decided,
      backendMin: Math.min(pods, usual.least),
      backendMax,
      ...smallerPool(answers.databaseClass, backendMax),
      ...answers,
    };
  },
};
