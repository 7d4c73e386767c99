import { once } from 'node:events';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { HelmError } from './HelmError';
import { descriptionOf } from './ReleaseDeployer';
import type {
  DeployedRelease,
  FirstRelease,
  ReleaseDeployer,
  ReleaseRequest,
} from './ReleaseDeployer';

/** Releases in memory, for tests: counts revisions and takes failures back as Helm does. */
export class FakeReleaseDeployer implements ReleaseDeployer {
  /** Revisions by release, newest first. */
  private readonly releases = new Map<string, DeployedRelease[]>();
  private readonly faults = new Map<string, string>();
  private readonly hanging = new Set<string>();
  /** What was asked for, oldest first. */
  readonly requests: ReleaseRequest[] = [];

  /** Makes the next release of an environment fail with these words. */
  failNext(releaseName: string, words: string): void {
    this.faults.set(releaseName, words);
  }

  /** Makes the next release of an environment wait until it is ended. */
  hangNext(releaseName: string): void {
    this.hanging.add(releaseName);
  }

  /** Revisions, newest first. */
  historyOf(releaseName: string): readonly DeployedRelease[] {
    return this.releases.get(releaseName) ?? [];
  }

  async read(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<DeployedRelease | undefined> {
    signal.throwIfAborted();
    return this.historyOf(environment.releaseName)[0];
  }

  async deploy(
    request: ReleaseRequest,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<DeployedRelease> {
    signal.throwIfAborted();
    this.requests.push(request);
    const { releaseName } = request.environment;
    const description = descriptionOf(request.changeId);
    const [former] = this.historyOf(releaseName);
    if (former?.description === description) return former;
    if (this.hanging.delete(releaseName)) {
      this.add(releaseName, 'pending-upgrade', 'Preparing upgrade');
      await once(signal, 'abort');
      signal.throwIfAborted();
    }
    const fault = this.faults.get(releaseName);
    this.faults.delete(releaseName);
    if (fault) {
      this.add(releaseName, 'failed', fault);
      this.goBack(releaseName, this.historyOf(releaseName));
      throw new HelmError(fault);
    }
    tell(`Release "${releaseName}" has been upgraded`);
    return this.add(releaseName, 'deployed', description);
  }

  async takeBack(
    { releaseName }: Environment,
    changeId: string,
    tell: (text: string) => void,
    signal: AbortSignal,
    first: FirstRelease = 'removed',
  ): Promise<DeployedRelease | undefined> {
    signal.throwIfAborted();
    const history = this.historyOf(releaseName);
    const others = history.filter(
      ({ description }) => description !== descriptionOf(changeId),
    );
    const untouched = history[0] === others[0];
    const kept = first === 'kept' && !others.some(isGood);
    const isRestored = untouched && history[0]?.status === 'deployed';
    if (history[0] && !isRestored && !kept) {
      tell(`Revision ${history[0].revision} is ${history[0].status}`);
      this.goBack(releaseName, others);
    }
    return this.historyOf(releaseName)[0];
  }

  /** To the newest of these that was ever deployed, or to nothing. */
  private goBack(releaseName: string, history: readonly DeployedRelease[]) {
    const good = history.find(isGood);
    if (good) {
      this.add(releaseName, 'deployed', `Rollback to ${good.revision}`);
    } else {
      this.releases.delete(releaseName);
    }
  }

  private add(
    releaseName: string,
    status: string,
    description: string,
  ): DeployedRelease {
    const history = this.historyOf(releaseName);
    const release = {
      revision: (history[0]?.revision ?? 0) + 1,
      status,
      chartVersion: '0.1.0',
      description,
      updatedAt: new Date().toISOString(),
    };
    const before = history.map(entry =>
      status === 'deployed' && entry.status === 'deployed'
        ? { ...entry, status: 'superseded' }
        : entry,
    );
    this.releases.set(releaseName, [release, ...before]);
    return release;
  }
}

function isGood({ status }: DeployedRelease): boolean {
  return status === 'deployed' || status === 'superseded';
}
