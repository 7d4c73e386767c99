import { HOURS } from './CostDraft';
import type { CostBasis, CostDraft } from './CostDraft';
import { SNAPSHOT_DAYS } from './usage';

/** Database and cache. */
export function dataDrafts({ answers, usage }: CostBasis): CostDraft[] {
  const { cacheEngine, cacheNodes, cacheNodeType } = answers;
  const { databaseClass, databaseStorageGb, multiAz } = answers;
  const { snapshotRetentionDays } = answers;
  const zones = multiAz ? 'multi' : 'single';
  // as many days, as many changed blocks: the first full copy is taken as part of them
  const snapshotGb = (usage.snapshotGb * snapshotRetentionDays) / SNAPSHOT_DAYS;
  return [
    {
      id: 'database-instance',
      group: 'database',
      label: 'RDS instance',
      note: `${databaseClass}, ${multiAz ? 'Multi-AZ' : 'Single-AZ'}`,
      quantity: HOURS,
      price: `database-${zones}/${databaseClass}`,
    },
    {
      id: 'database-storage',
      group: 'database',
      label: 'RDS storage',
      note: `${databaseStorageGb} GB gp3${multiAz ? ' in two zones' : ''}`,
      quantity: databaseStorageGb,
      price: `database-storage/${zones}`,
    },
    {
      id: 'database-snapshots',
      group: 'database',
      label: 'Snapshots',
      note: `${snapshotRetentionDays} days`,
      quantity: snapshotGb,
      price: 'database-snapshots',
    },
    {
      id: 'cache-nodes',
      group: 'cache',
      label: 'ElastiCache',
      note: `${cacheNodes} × ${cacheNodeType}, ${
        cacheEngine === 'redis' ? 'Redis OSS' : 'Valkey'
      }`,
      quantity: cacheNodes * HOURS,
      price: `${cacheEngine}/${cacheNodeType}`,
    },
  ];
}
