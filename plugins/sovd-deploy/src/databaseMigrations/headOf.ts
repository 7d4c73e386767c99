import type { DatabaseMigration } from '@sovd/plugin-sovd-deploy-common';
import { databaseMigrationLook } from '../kit/intent';
import type { Look } from '../kit/intent';

/** Where the schema stands, measured against what the running image knows. */
export function headOf(migration: DatabaseMigration): Look {
  const { phase, heads, atHead } = migration;
  const { succeeded, failed, running, pending } = databaseMigrationLook;
  if (phase === 'failed') return { ...failed, label: 'Last run failed' };
  if (phase === 'running') return { ...running, label: 'Migrating' };
  if (heads.length > 1) return { ...failed, label: `${heads.length} heads` };
  if (atHead) return { ...succeeded, label: 'At head' };
  return { ...pending, label: 'Behind head' };
}
