import { answersWith } from '../__testUtils__/testAnswers';
import { dataDrafts } from './dataDrafts';
import { usageByTier } from './usage';

const place = { region: 'us-east-1', clusterMode: 'create' } as const;
const usage = usageByTier.production;

describe('dataDrafts', () => {
  it.each([
    [
      { multiAz: true, cacheEngine: 'valkey', cacheNodes: 2 } as const,
      [
        { price: 'database-multi/db.t3.medium', quantity: 730 },
        { price: 'database-storage/multi', note: '100 GB gp3 in two zones' },
        { price: 'database-snapshots', quantity: 100 },
        { price: 'valkey/cache.t3.small', note: '2 × cache.t3.small, Valkey' },
      ],
    ],
    [
      { databaseStorageGb: 50, snapshotRetentionDays: 15 },
      [
        { price: 'database-single/db.t3.medium', quantity: 730 },
        { price: 'database-storage/single', quantity: 50, note: '50 GB gp3' },
        { price: 'database-snapshots', quantity: 50, note: '15 days' },
        { price: 'redis/cache.t3.small', quantity: 730 },
      ],
    ],
  ])('takes class, zones and engine into the price of %j', (input, drafts) => {
    const answers = answersWith(input);
    expect(dataDrafts({ answers, place, usage, nodes: 3 })).toMatchObject(
      drafts,
    );
  });
});
