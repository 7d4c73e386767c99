import fc from 'fast-check';
import type { CostAnswers, CostPlace } from './CostAnswers';
import { estimateSchema } from './estimate';
import { estimateCost } from './estimateCost';
import { priceBook } from './priceBook';
import { toEstimateFile } from './toEstimateFile';

/** The cheaper one first. */
const scales = {
  nodeInstanceType: ['t3.medium', 't3.large'],
  natMode: ['single', 'per-zone'],
  databaseClass: ['db.t3.medium', 'db.t3.large'],
  multiAz: [false, true],
  cacheEngine: ['valkey', 'redis'],
  cacheNodeType: ['cache.t3.small', 'cache.t3.medium'],
  monitoring: [false, true],
  tier: ['staging', 'production'],
} as const;

const counts = {
  nodesDesired: [1, 20],
  nodesMax: [1, 20],
  nodeDiskGb: [20, 200],
  availabilityZones: [2, 3],
  databaseStorageGb: [20, 1000],
  snapshotRetentionDays: [1, 365],
  cacheNodes: [1, 6],
} as const;

const anyAnswers: fc.Arbitrary<CostAnswers> = fc.record({
  nodeInstanceType: fc.constantFrom(...scales.nodeInstanceType),
  natMode: fc.constantFrom(...scales.natMode),
  databaseClass: fc.constantFrom(...scales.databaseClass),
  multiAz: fc.boolean(),
  cacheEngine: fc.constantFrom(...scales.cacheEngine),
  cacheNodeType: fc.constantFrom(...scales.cacheNodeType),
  monitoring: fc.boolean(),
  tier: fc.constantFrom(...scales.tier),
  nodesDesired: fc.integer({ min: 1, max: 20 }),
  nodesMax: fc.integer({ min: 1, max: 20 }),
  nodeDiskGb: fc.integer({ min: 20, max: 200 }),
  availabilityZones: fc.integer({ min: 2, max: 3 }),
  databaseStorageGb: fc.integer({ min: 20, max: 1000 }),
  snapshotRetentionDays: fc.integer({ min: 1, max: 365 }),
  cacheNodes: fc.integer({ min: 1, max: 6 }),
});

const anyPlace: fc.Arbitrary<CostPlace> = fc.record({
  region: fc.constantFrom(...priceBook.regions.map(({ region }) => region)),
  clusterMode: fc.constantFrom('create', 'existing'),
});

describe('estimateCost for any answers', () => {
  const sidesOf = (answers: CostAnswers, place: CostPlace) => {
    const { baseline, peak } = estimateCost(answers, priceBook, place);
    return [baseline, peak];
  };

  it.each(Object.entries(counts))(
    'never gets cheaper with more %s',
    (name, [min, max]) => {
      const pair = fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
      fc.assert(
        fc.property(anyAnswers, anyPlace, pair, (answers, place, [a, b]) => {
          const less = { ...answers, [name]: Math.min(a, b) };
          const more = { ...answers, [name]: Math.max(a, b) };
          const dearer = sidesOf(more, place);
          sidesOf(less, place).forEach(({ monthly }, side) =>
            expect(dearer[side].monthly).toBeGreaterThanOrEqual(monthly),
          );
        }),
      );
    },
  );

  it.each(Object.entries(scales))(
    'never gets cheaper with a larger %s',
    (name, [cheap, dear]) => {
      fc.assert(
        fc.property(anyAnswers, anyPlace, (answers, place) => {
          const dearer = sidesOf({ ...answers, [name]: dear }, place);
          sidesOf({ ...answers, [name]: cheap }, place).forEach(
            ({ monthly }, side) =>
              expect(dearer[side].monthly).toBeGreaterThanOrEqual(monthly),
          );
        }),
      );
    },
  );

  it('comes to the sum of its lines, each its quantity times its price', () => {
    fc.assert(
      fc.property(anyAnswers, anyPlace, (answers, place) => {
        for (const { monthly, lines } of sidesOf(answers, place)) {
          const sum = lines.reduce((total, line) => total + line.monthly, 0);
          expect(Math.abs(monthly - sum)).toBeLessThanOrEqual(0.005 + 1e-6);
          expect(monthly).toBe(Number(monthly.toFixed(2)));
          for (const line of lines) {
            expect(line.monthly).toBeCloseTo(line.quantity * line.unitPrice, 6);
          }
        }
      }),
    );
  });

  it('never has a peak below its baseline', () => {
    fc.assert(
      fc.property(anyAnswers, anyPlace, (answers, place) => {
        const [baseline, peak] = sidesOf(answers, place);
        expect(peak.monthly).toBeGreaterThanOrEqual(baseline.monthly);
      }),
    );
  });

  it('gives the same bytes for the same answers, as the contract has them', () => {
    fc.assert(
      fc.property(anyAnswers, anyPlace, (answers, place) => {
        const estimate = estimateCost(answers, priceBook, place);
        expect(estimateSchema.parse(estimate)).toEqual(estimate);
        const again = estimateCost({ ...answers }, priceBook, { ...place });
        expect(toEstimateFile(again)).toBe(toEstimateFile(estimate));
      }),
    );
  });
});
