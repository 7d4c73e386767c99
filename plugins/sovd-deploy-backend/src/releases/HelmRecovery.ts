import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ClusterAccess } from './ClusterAccess';
import { HelmError } from './HelmError';
import { KubernetesClient } from './KubernetesClient';
import type { DeployedRelease, FirstRelease } from './ReleaseDeployer';

/** What recovery works with. */
export interface HelmRecoveryOptions {
  access: ClusterAccess;
  /** Runs Helm for the release. */
  helm(args: readonly string[]): Promise<string>;
  tell(text: string): void;
  signal: AbortSignal;
  /** Milliseconds that a Job left behind is waited for. */
  patience: number;
  /** Milliseconds between two looks at that Job. */
  interval?: number;
}

interface JobList {
  items: { metadata: { name: string }; status?: { active?: number } }[];
}

/** Statuses in which Helm refuses the next upgrade. */
const STUCK = /^(?:pending-|uninstalling)/;

/**
 * Brings a release out of what a killed Helm left: `pending-…` refuses every upgrade,
 * and its migration Job goes on running without it.
 */
export class HelmRecovery {
  constructor(private readonly options: HelmRecoveryOptions) {}

  /** @param history - newest first */
  async recover(
    environment: Environment,
    history: readonly DeployedRelease[],
  ): Promise<void> {
    const [newest] = history;
    if (!newest || !STUCK.test(newest.status)) return;
    this.options.tell(
      `Revision ${newest.revision} is ${newest.status}, left by a deployer that was stopped`,
    );
    await this.waitForJobs(environment);
    await this.goBack(environment, history);
  }

  /**
   * Brings a release back to what was deployed before a change.
   *
   * @param history - newest first
   * @param description - of the change's own revision, if it was deployed
   * @param first - what becomes of a release that only the change has ever deployed
   */
  async takeBack(
    environment: Environment,
    history: readonly DeployedRelease[],
    description: string,
    first: FirstRelease,
  ): Promise<void> {
    const [newest] = history;
    const others = history.filter(entry => entry.description !== description);
    const untouched = newest?.status === 'deployed' && newest === others[0];
    // without Helm its Job goes on, even when nothing else is left of the release
    await this.waitForJobs(environment);
    if (!newest || untouched) return;
    if (first === 'kept' && !findGood(others)) {
      this.options.tell('There is no release before it to go back to');
      return;
    }
    this.options.tell(`Revision ${newest.revision} is ${newest.status}`);
    await this.goBack(environment, others);
  }

  /** To the newest of these revisions that was ever deployed, or to nothing. */
  private async goBack(
    { releaseName }: Environment,
    history: readonly DeployedRelease[],
  ): Promise<void> {
    const { tell, helm } = this.options;
    const good = findGood(history);
    if (good && history[0].status !== 'uninstalling') {
      const revision = String(good.revision);
      tell(`Goes back to revision ${revision}`);
      const wait = ['--wait', ...this.timeout()];
      await helm(['rollback', releaseName, revision, ...wait]);
    } else {
      tell(
        good
          ? 'Its removal is brought to an end'
          : 'No revision was ever deployed; its objects are removed',
      );
      await helm(['uninstall', releaseName, '--wait', ...this.timeout()]);
    }
  }

  private timeout(): string[] {
    return ['--timeout', `${Math.ceil(this.options.patience / 1000)}s`];
  }

  /** A migration that is taken away in the middle costs more than the wait. */
  private async waitForJobs(environment: Environment): Promise<void> {
    const { access, signal, tell, patience, interval = 2_000 } = this.options;
    const client = new KubernetesClient(access);
    const selector = encodeURIComponent(
      `app.kubernetes.io/instance=${environment.releaseName},app.kubernetes.io/component=migration`,
    );
    let told = '';
    for (const end = Date.now() + patience; ; ) {
      const { items } = await client.json<JobList>({
        path: `/apis/batch/v1/namespaces/${environment.namespace}/jobs?labelSelector=${selector}`,
        signal,
      });
      const running = items
        .filter(({ status }) => status?.active)
        .map(({ metadata }) => metadata.name)
        .join(', ');
      if (!running) return;
      if (running !== told) tell(`Waits for its Job ${running} to end`);
      told = running;
      if (Date.now() > end) {
        throw new HelmError(
          `Job ${running} of a stopped deployer still runs; look at it before trying again`,
        );
      }
      await delay(interval, undefined, { signal });
    }
  }
}

/** The newest that was ever deployed. */
function findGood(
  history: readonly DeployedRelease[],
): DeployedRelease | undefined {
  return history.find(
    ({ status }) => status === 'deployed' || status === 'superseded',
  );
}
