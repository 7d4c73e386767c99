import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { HelmError } from './HelmError';
import type {
  DeployedRelease,
  ReleaseDeployer,
  ReleaseRequest,
} from './ReleaseDeployer';

/** Releases in memory, for tests. */
export class FakeReleaseDeployer implements ReleaseDeployer {
  private readonly releases = new Map<string, DeployedRelease>();
  private readonly faults = new Map<string, string>();

  /** Makes the next release of an environment fail with these words. */
  failNext(releaseName: string, words: string): void {
    this.faults.set(releaseName, words);
  }

  async read(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<DeployedRelease | undefined> {
    signal.throwIfAborted();
    return this.releases.get(environment.releaseName);
  }

  async deploy(
    request: ReleaseRequest,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<DeployedRelease> {
    signal.throwIfAborted();
    const { releaseName } = request.environment;
    const former = this.releases.get(releaseName);
    const description = `change ${request.changeId}`;
    if (former?.description === description) return former;
    const fault = this.faults.get(releaseName);
    this.faults.delete(releaseName);
    if (fault) throw new HelmError(fault);
    const release = {
      revision: (former?.revision ?? 0) + 1,
      status: 'deployed',
      chartVersion: '0.1.0',
      description,
      updatedAt: new Date().toISOString(),
    };
    tell(`Release "${releaseName}" has been upgraded`);
    this.releases.set(releaseName, release);
    return release;
  }
}
