import type { JsonObject } from '@backstage/types';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ReleaseContent } from './ReleaseContent';
import type { RenderedObject } from './RenderedObject';

/** A release in every detail, hooks among its objects. */
export interface RenderedRelease {
  /** Every value that the chart sees, its own defaults as well. */
  values: JsonObject;
  objects: readonly RenderedObject[];
}

/** What was applied last. */
export interface RunningRelease extends RenderedRelease {
  /** Helm's integer. */
  revision: number;
  chartVersion: string;
  /** A newer revision that never came to its end. */
  pending?: PendingRevision;
}

/** What a deployer has begun, and either still does or has left. */
export interface PendingRevision {
  revision: number;
  /** The deployer's own word, e.g. `pending-upgrade`. */
  status: string;
  /** RFC 3339 */
  since: string;
}

/** Says what a release is made of, on either side of a change; changes nothing. */
export interface ReleaseRenderer {
  /** The newest revision that was deployed; undefined when none ever was. */
  readRunning(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<RunningRelease | undefined>;
  /**
   * What an upgrade would apply.
   *
   * @throws ReleaseError in the deployer's own words when chart or values are refused
   * @throws InputError when the repository or the stack lacks something
   */
  render(
    content: ReleaseContent,
    signal: AbortSignal,
  ): Promise<RenderedRelease>;
}
