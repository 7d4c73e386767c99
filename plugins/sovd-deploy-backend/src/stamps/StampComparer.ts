import { toError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { diffFields } from '../changes/diffFields';
import { diffObjects } from '../changes/diffObjects';
import { normalizeObject } from '../changes/normalizeObject';
import type { ReleaseRenderer } from '../releases/ReleaseRenderer';
import type { RenderedObject } from '../releases/RenderedObject';
import { compareNamed } from './compareNamed';
import { StampFolder } from './StampFolder';
import type {
  AddedEnvironment,
  Compared,
  CostChange,
  EnvironmentComparison,
} from './StampComparison';
import { standInsFor } from './standIns';
import { toComparisonText } from './toComparisonText';

/** The two sides of a comparison. */
interface Sides {
  from: StampFolder;
  to: StampFolder;
}

async function attempt<T>(compare: () => Promise<T>): Promise<Compared<T>> {
  try {
    return { value: await compare() };
  } catch (error) {
    return { reason: toError(error).message };
  }
}

/**
 * Reads both sides; an error says which of them it is. When neither can be read it is
 * always the side before that is named, whichever gave up first: a proposal that is made
 * twice of the same files has the same words.
 */
async function readBoth<T>(
  { from, to }: Sides,
  read: (side: StampFolder) => Promise<T>,
): Promise<[T, T]> {
  const [before, afterwards] = await Promise.allSettled([read(from), read(to)]);
  return [valueOf(before, 'before'), valueOf(afterwards, 'afterwards')];
}

function valueOf<T>(result: PromiseSettledResult<T>, side: string): T {
  if (result.status === 'fulfilled') return result.value;
  throw new Error(`${side}: ${toError(result.reason).message}`);
}

/** Tells what a new stamp changes in what runs, for the pull request that brings it. */
export class StampComparer {
  constructor(private readonly options: { renderer: ReleaseRenderer }) {}

  /**
   * Compares two stamps without a cluster and without a cloud. What can't be compared is
   * said with the reason: no comparison ever keeps a proposal from being made.
   *
   * @param oldFolder - files of the stamp before
   * @param newFolder - files of the new stamp
   * @param environments - those of the application; of one that only the new stamp has, its
   *   cost is told
   * @returns Markdown, shorter than 25,000 characters
   */
  async compare(
    oldFolder: string,
    newFolder: string,
    environments: readonly Environment[],
    signal: AbortSignal = new AbortController().signal,
  ): Promise<string> {
    const sides = {
      from: new StampFolder(oldFolder),
      to: new StampFolder(newFolder),
    };
    const compared: EnvironmentComparison[] = [];
    for (const environment of environments) {
      const { environment: word } = environment.answers;
      const has = await readBoth(sides, side => side.has(word));
      if (has.includes(false)) continue;
      compared.push(await this.compareOne(sides, environment, signal));
    }
    return toComparisonText({
      environments: compared,
      added: await this.priceAdded(sides),
      chartValues: await attempt(async () =>
        diffFields(...(await readBoth(sides, side => side.readChartValues()))),
      ),
      resources: await attempt(async () =>
        compareNamed(...(await readBoth(sides, side => side.readResources()))),
      ),
      addresses: await attempt(async () =>
        compareNamed(...(await readBoth(sides, side => side.readAddresses()))),
      ),
    });
  }

  private async priceAdded({ from, to }: Sides): Promise<AddedEnvironment[]> {
    const added: AddedEnvironment[] = [];
    for (const environment of await to.listEnvironments()) {
      if (await from.has(environment)) continue;
      const cost = await attempt(async () => {
        const estimate = await to.readEstimate(environment);
        if (!estimate) throw new Error('the new stamp has no estimate');
        const { baseline, peak } = estimate;
        return { baseline: baseline.monthly, peak: peak.monthly };
      });
      added.push({ environment, cost });
    }
    return added;
  }

  private async compareOne(
    sides: Sides,
    environment: Environment,
    signal: AbortSignal,
  ): Promise<EnvironmentComparison> {
    const { environment: word } = environment.answers;
    const fields = (
      read: (side: StampFolder) => ReturnType<StampFolder['readValues']>,
    ) => attempt(async () => diffFields(...(await readBoth(sides, read))));
    const render = (side: StampFolder) =>
      this.render(side, environment, signal);
    return {
      environment: word,
      objects: await attempt(
        async () => diffObjects(...(await readBoth(sides, render))).changes,
      ),
      values: await fields(side => side.readValues(word)),
      parameters: await fields(side => side.readParameters(word)),
      variables: await fields(side => side.readVariables(word)),
      cost: await attempt(() => this.compareCost(sides, word)),
    };
  }

  private async render(
    side: StampFolder,
    environment: Environment,
    signal: AbortSignal,
  ): Promise<RenderedObject[]> {
    const { objects } = await this.options.renderer.render(
      {
        environment,
        sourceFolder: side.folder,
        ...standInsFor(await side.readChartValues(), environment.answers),
        values: {},
      },
      signal,
    );
    return objects.map(object =>
      normalizeObject(object, environment.namespace),
    );
  }

  private async compareCost(sides: Sides, word: string): Promise<CostChange> {
    const [from, to] = await readBoth(sides, side => side.readEstimate(word));
    if (!from || !to) {
      throw new Error(
        `${from ? 'the new stamp' : 'the stamp before'} has no estimate`,
      );
    }
    const change = (sum: 'baseline' | 'peak') => ({
      from: from[sum].monthly,
      to: to[sum].monthly,
    });
    return { baseline: change('baseline'), peak: change('peak') };
  }
}
