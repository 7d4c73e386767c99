import type { RegionFactor } from './PriceList';

/** On-demand prices of one instance type stand for all others there. */
const ESTIMATE =
  'Estimate: ratio of the on-demand price of t3.large to us-east-1, from memory; not confirmed';

function approximate(region: string, factor: number): RegionFactor {
  return { region, factor, exact: false, source: ESTIMATE };
}

/**
 * Regions that an estimate can be made for. Only us-east-1 was read price by price.
 *
 * @public
 */
export const regionFactors: readonly RegionFactor[] = [
  { region: 'us-east-1', factor: 1, exact: true, source: 'Price by price' },
  approximate('us-east-2', 1),
  approximate('us-west-2', 1),
  approximate('eu-west-1', 1.1),
  approximate('eu-central-1', 1.15),
  approximate('ap-southeast-1', 1.27),
  approximate('ap-northeast-1', 1.31),
];
