import { answersWith } from '../__testUtils__/testAnswers';
import type { AnswersInput } from '../environments/answers';
import type { CostSum } from './estimate';
import { estimateCost } from './estimateCost';
import { priceBook } from './priceBook';
import { UnknownPriceError } from './UnknownPriceError';

const virginia = { region: 'us-east-1', clusterMode: 'create' } as const;

const staging = { tier: 'staging' } as const;
const production = { tier: 'production' } as const;
/** Sizes that production has in the seeds, below its defaults. */
const small = {
  ...production,
  databaseClass: 'db.t3.medium',
  cacheNodeType: 'cache.t3.small',
} as const;
const perZone = { natMode: 'per-zone' } as const;

/** Profiles of the cost table; each is answers alone, the last one read at its peak. */
const profiles: [AnswersInput, 'baseline' | 'peak'][] = [
  [
    { ...staging, nodesDesired: 2, nodeDiskGb: 30, databaseStorageGb: 50 },
    'baseline',
  ],
  [staging, 'baseline'],
  [small, 'baseline'],
  [{ ...small, ...perZone }, 'baseline'],
  [{ ...production, ...perZone }, 'baseline'],
  [production, 'baseline'],
  [{ ...production, ...perZone }, 'peak'],
];

/** The table, to the cent, with the lines of an estimate that make each of its rows. */
// prettier-ignore
const rows: [ids: string[], ...monthly: string[]][] = [
  [['control-plane'], '73.00', '73.00', '73.00', '73.00', '73.00', '73.00', '73.00'],
  [['nodes'], '121.47', '182.21', '182.21', '182.21', '182.21', '182.21', '425.15'],
  [['node-disks'], '4.80', '12.00', '12.00', '12.00', '12.00', '12.00', '28.00'],
  [['monitoring-volumes'], '2.40', '2.40', '4.80', '4.80', '4.80', '4.80', '4.80'],
  [['database-instance'], '52.56', '52.56', '105.85', '105.85', '211.70', '211.70', '211.70'],
  [['database-storage'], '5.75', '11.50', '23.00', '23.00', '23.00', '23.00', '23.00'],
  [['database-snapshots'], '1.90', '1.90', '9.50', '9.50', '9.50', '9.50', '9.50'],
  [['cache-nodes'], '24.82', '24.82', '49.64', '49.64', '99.28', '99.28', '99.28'],
  [['load-balancer'], '16.43', '16.43', '16.43', '16.43', '16.43', '16.43', '16.43'],
  [['load-balancer-units'], '1.75', '1.75', '5.84', '5.84', '5.84', '5.84', '17.52'],
  [['nat-gateway'], '32.85', '32.85', '32.85', '98.55', '98.55', '32.85', '98.55'],
  [['nat-data'], '1.80', '1.80', '4.50', '4.50', '4.50', '4.50', '11.25'],
  [['public-address'], '14.60', '14.60', '14.60', '21.90', '21.90', '14.60', '21.90'],
  [['object-storage', 'object-requests'], '0.73', '0.73', '1.65', '1.65', '1.65', '1.65', '1.65'],
  [['image-storage'], '0.20', '0.20', '0.50', '0.50', '0.50', '0.50', '0.50'],
  [['secrets', 'secret-calls'], '1.90', '1.90', '1.90', '1.90', '1.90', '1.90', '1.90'],
  [['keys'], '1.00', '1.00', '3.00', '3.00', '3.00', '3.00', '3.00'],
  [['hosted-zone', 'dns-queries'], '0.90', '0.90', '0.90', '0.90', '0.90', '0.90', '0.90'],
  [['log-ingest', 'log-storage'], '6.45', '6.45', '21.35', '21.35', '21.35', '21.35', '63.60'],
  [['egress'], '0.00', '0.00', '9.00', '9.00', '9.00', '9.00', '45.00'],
  [['cross-zone'], '1.00', '1.00', '4.00', '4.00', '4.00', '4.00', '12.00'],
];
const totals = [366.31, 439.99, 576.51, 649.51, 805, 732, 1168.63];

function sumOf({ lines }: CostSum, ids: readonly string[]): string {
  const found = lines.filter(({ id }) => ids.includes(id));
  expect(found).toHaveLength(ids.length);
  return found.reduce((sum, { monthly }) => sum + monthly, 0).toFixed(2);
}

describe('estimateCost', () => {
  const estimateOf = (index: number) => {
    const [answers, side] = profiles[index];
    return estimateCost(answersWith(answers), priceBook, virginia)[side];
  };

  it.each(rows)('reckons %s as the table has it', (ids, ...monthly) => {
    expect(profiles.map((_, index) => sumOf(estimateOf(index), ids))).toEqual(
      monthly,
    );
  });

  it('comes to the totals of the table, with no line that it has not', () => {
    const sums = profiles.map((_, index) => estimateOf(index));
    expect(sums.map(({ monthly }) => monthly)).toEqual(totals);
    const known = rows.flatMap(([ids]) => ids).sort();
    for (const { lines } of sums) {
      expect(lines.map(({ id }) => id).sort()).toEqual(known);
    }
  });

  it('says when and where its prices were read, line by line', () => {
    const estimate = estimateCost(answersWith(), priceBook, virginia);
    expect(estimate).toMatchObject({
      currency: 'USD',
      region: 'us-east-1',
      pricesAsOf: '2026-09-03',
      approximate: false,
    });
    expect(estimate.baseline.lines.find(({ id }) => id === 'nodes')).toEqual({
      id: 'nodes',
      group: 'cluster',
      label: 'Worker nodes',
      note: '3 × t3.large',
      unit: 'hour',
      quantity: 2190,
      unitPrice: 0.0832,
      monthly: 182.208,
      source: 'AWS list price in a price cache, 2026-09-03',
    });
  });

  it("gives staging a peak by production's ratios", () => {
    const { peak } = estimateCost(answersWith(), priceBook, virginia);
    const quantities = Object.fromEntries(
      peak.lines.map(({ id, quantity }) => [id, quantity]),
    );
    expect(quantities).toMatchObject({
      nodes: 5 * 730,
      'load-balancer-units': 657,
      'nat-data': 100,
      egress: 0,
      'cross-zone': 150,
      'log-ingest': 36,
      'log-storage': 40,
    });
  });

  it.each([
    // two nodes of Valkey cost 20 % less: 9.93 and 19.86 a month
    [{ ...small, cacheEngine: 'valkey' } as const, 566.58],
    [{ ...production, cacheEngine: 'valkey' } as const, 712.15],
    [{ ...production, ...perZone, cacheEngine: 'valkey' } as const, 785.15],
    // no Prometheus, no volumes for it
    [{ ...staging, monitoring: false }, 437.59],
    // a second gateway and its address, one address of the load balancer less
    [{ ...staging, ...perZone, availabilityZones: 2 }, 472.84],
    [{ ...staging, snapshotRetentionDays: 60 }, 441.89],
  ])('reckons %j as %d a month', (answers, monthly) => {
    expect(
      estimateCost(answersWith(answers), priceBook, virginia).baseline.monthly,
    ).toBe(monthly);
  });

  it('leaves out what a shared cluster has already', () => {
    const own = estimateCost(answersWith(), priceBook, virginia).baseline;
    const shared = estimateCost(answersWith(), priceBook, {
      ...virginia,
      clusterMode: 'existing',
    }).baseline;
    const theirs = ['nat-gateway', 'nat-data', 'public-address'];
    expect(shared.lines.filter(({ id }) => !theirs.includes(id))).toEqual(
      own.lines.filter(
        ({ group, id }) => group !== 'cluster' && !theirs.includes(id),
      ),
    );
    // three addresses of the load balancer, none of a gateway
    expect(sumOf(shared, ['public-address'])).toBe('10.95');
    // 439.99 without 73.00, 182.21, 12.00 and 2.40, and 32.85, 1.80 and 3.65 of NAT
    expect(shared.monthly).toBe(132.09);
  });

  it('marks another region as approximate, and says by which factor', () => {
    const place = { ...virginia, region: 'eu-central-1' };
    const estimate = estimateCost(answersWith(), priceBook, place);
    expect(estimate).toMatchObject({ approximate: true, region: place.region });
    // 1.15 times 439.995
    expect(estimate.baseline.monthly).toBe(505.99);
    expect(estimate.baseline.lines[0].source).toBe(
      'AWS list price in a price cache, 2026-09-03; times 1.15 for eu-central-1',
    );
  });

  it.each([
    ['Worker nodes', 't9.huge', { nodeInstanceType: 't9.huge' }, {}],
    ['RDS instance', 'db.r9.huge', { databaseClass: 'db.r9.huge' }, {}],
    ['ElastiCache', 'cache.r9', { cacheNodeType: 'cache.r9' }, {}],
    ['Region', 'mars-1', {}, { region: 'mars-1' }],
  ])('refuses %s it has no price of: %s', (what, which, answers, place) => {
    const estimate = () =>
      estimateCost({ ...answersWith(), ...answers }, priceBook, {
        ...virginia,
        ...place,
      });
    expect(estimate).toThrow(UnknownPriceError);
    expect(estimate).toThrow(
      expect.objectContaining({ name: 'UnknownPriceError', what, which }),
    );
  });

  it('takes far less than 10 ms, so that it can follow each keystroke', () => {
    const answers = answersWith(production);
    const times = Array.from({ length: 201 }, () => {
      const start = performance.now();
      estimateCost(answers, priceBook, virginia);
      return performance.now() - start;
    }).sort((one, other) => one - other);
    expect(times[100]).toBeLessThan(10);
  });
});
