import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ReleaseContent } from './ReleaseContent';

/** What a release is made from. */
export interface ReleaseRequest extends ReleaseContent {
  /** Written into Helm's history, so that a release names its change. */
  changeId: string;
}

/** What a release's newest revision says of the change that brought it. */
export function descriptionOf(changeId: string): string {
  return `change ${changeId}`;
}

/** What Helm says of the newest revision of a release. */
export interface DeployedRelease {
  revision: number;
  /** Helm's own word: deployed, failed, pending-install, pending-upgrade, … */
  status: string;
  chartVersion: string;
  description: string;
  /** RFC 3339 */
  updatedAt: string;
}

/** Applies what a namespace needs before its first release. */
export interface NamespaceBootstrapper {
  /**
   * Applies `infrastructure/k8s/bootstrap/<environment>` with the target's deployer identity.
   * Refuses any object that isn't of a namespace's own kinds or lies outside the environment's namespace.
   *
   * @returns names of the Secrets that still have to appear, with the reason; empty when all exist
   */
  bootstrap(
    environment: Environment,
    sourceFolder: string,
    signal: AbortSignal,
  ): Promise<{ waitingFor: string[] }>;
}

/** What becomes of a release that nothing was there before. */
export type FirstRelease = 'removed' | 'kept';

/** Installs and upgrades releases. */
export interface ReleaseDeployer {
  /** Newest revision; undefined when the release was never installed. */
  read(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<DeployedRelease | undefined>;
  /**
   * Runs until the release is deployed or was rolled back, at most the target's `releaseTimeout`.
   * Ends the child process when the signal aborts.
   *
   * @param tell - takes each line of the deployer's output, redacted
   * @throws ReleaseError when it didn't come about; `passing` when trying again makes sense
   */
  deploy(
    request: ReleaseRequest,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<DeployedRelease>;
  /**
   * Takes back what a change began: what ran before it runs again. Does nothing when
   * nothing was begun, or when it was taken back already.
   *
   * @param first - what becomes of a release that the change was the first to install
   * @returns what runs now; undefined when nothing does
   * @throws ReleaseError when that didn't come about
   */
  takeBack(
    environment: Environment,
    changeId: string,
    tell: (text: string) => void,
    signal: AbortSignal,
    first?: FirstRelease,
  ): Promise<DeployedRelease | undefined>;
}
