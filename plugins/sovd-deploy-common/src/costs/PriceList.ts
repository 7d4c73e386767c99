/** What one thing costs in the region that the price book was read for. @public */
export interface Price {
  /** What is priced, with its class where it has one, e.g. `node/t3.large`. */
  id: string;
  /** What one of it is, e.g. `hour`, `GB-month`. */
  unit: string;
  /** US dollars for one unit, on demand, without taxes. */
  unitPrice: number;
  /** Where it was read, and whether it was confirmed. */
  source: string;
  /** Date of that source, e.g. `2026-09-03`. */
  date: string;
}

/** What the prices of another region are in comparison. @public */
export interface RegionFactor {
  region: string;
  factor: number;
  /** Whether each price was read for the region, or is the factor times another region's. */
  exact: boolean;
  source: string;
}

/** All that an estimate is priced with. @public */
export interface PriceList {
  /** Date on which it was put together. */
  date: string;
  /** Where its prices come from, in a few words. */
  source: string;
  prices: readonly Price[];
  regions: readonly RegionFactor[];
}
