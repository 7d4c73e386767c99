import { estimateCost, priceBook } from '@sovd/plugin-sovd-deploy-common';
import type {
  CostAnswers,
  Environment,
  Estimate,
  PriceList,
  Target,
} from '@sovd/plugin-sovd-deploy-common';

/** An estimate, or why there can be none; never a zero in its place. */
export type EstimateAnswer = { estimate: Estimate } | { unknown: string };

/** What an environment is priced by. */
export type PricedEnvironment = Pick<Environment, 'answers' | 'region'>;

/** Answers that decide a price; all others give the same estimate. */
const deciding: Record<keyof CostAnswers, true> = {
  availabilityZones: true,
  cacheEngine: true,
  cacheNodes: true,
  cacheNodeType: true,
  databaseClass: true,
  databaseStorageGb: true,
  monitoring: true,
  multiAz: true,
  natMode: true,
  nodeDiskGb: true,
  nodeInstanceType: true,
  nodesDesired: true,
  nodesMax: true,
  snapshotRetentionDays: true,
  tier: true,
};
const decidingNames = Object.keys(deciding) as (keyof CostAnswers)[];

/** Estimates that are kept; a fleet has few kinds of sizes. */
const MAX_KEPT = 500;

/**
 * Prices environments by their answers and by what their targets say. Keeps what it
 * reckoned, since a list of a thousand environments asks for the same few over and over.
 */
export class EnvironmentEstimator {
  private readonly kept = new Map<string, EstimateAnswer>();

  constructor(
    private readonly targets: readonly Pick<Target, 'name' | 'clusterMode'>[],
    private readonly prices: PriceList = priceBook,
  ) {}

  estimate({ answers, region }: PricedEnvironment): EstimateAnswer {
    const target = this.targets.find(({ name }) => name === answers.target);
    if (!target) {
      return {
        unknown: `Target ${answers.target} is no longer in sovdDeploy.targets, so nobody knows whether the environment pays for its cluster`,
      };
    }
    const { clusterMode } = target;
    const key = [region, clusterMode, ...decidingNames.map(it => answers[it])];
    return this.keep(key.join(' '), () =>
      estimateCost(answers, this.prices, { region, clusterMode }),
    );
  }

  private keep(key: string, estimate: () => Estimate): EstimateAnswer {
    const known = this.kept.get(key);
    if (known) return known;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const answer = answerOf(estimate);
    this.kept.set(key, answer);
    return answer;
  }
}

function answerOf(estimate: () => Estimate): EstimateAnswer {
  try {
    return { estimate: estimate() };
  } catch (error) {
    if (error instanceof Error && error.name === 'UnknownPriceError') {
      return { unknown: error.message };
    }
    throw error;
  }
}
