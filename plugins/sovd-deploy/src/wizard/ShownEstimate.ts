import type {
  EnvironmentCost,
  Estimate,
} from '@sovd/plugin-sovd-deploy-common';

/** An estimate, or why there is none: what isn't known is never shown as nothing. */
export type ShownEstimate =
  | {
      state: 'known';
      estimate: Estimate;
      /** What the defaults of tier and target cost, US dollars a month. */
      usual?: number;
      /** Against the budget; left out while the budget can't be read. */
      cost?: EnvironmentCost;
    }
  | { state: 'unknown'; headline: string; cause: string };
