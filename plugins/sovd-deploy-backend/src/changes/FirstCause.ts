import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type {
  ClusterObserver,
  ObservedEnvironment,
} from '../overview/ClusterObserver';

/** How often the projection is read while a release goes on, in milliseconds. */
const LOOK_MS = 500;

/**
 * Remembers the first thing that went wrong in a namespace while something runs. Helm
 * takes the pods away when it rolls back, and its own error says only that it waited.
 */
export class FirstCause {
  private found: ObservedEnvironment = {};

  constructor(
    private readonly observer: Pick<ClusterObserver, 'observe'>,
    private readonly environment: Environment,
  ) {}

  /** What was seen when something first went wrong; empty when nothing did. */
  get seen(): ObservedEnvironment {
    return this.found;
  }

  /** Does something and looks at the namespace until it is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const before = this.observe() ?? {};
    const timer = setInterval(() => this.look(before), LOOK_MS);
    try {
      return await work();
    } finally {
      this.look(before);
      clearInterval(timer);
    }
  }

  /** @param before - what was there already, whose failures are an old story */
  private look(before: ObservedEnvironment) {
    if (this.found.migrationJob || this.found.rollout) return;
    const { migrationJob: job, rollout } = this.observe() ?? {};
    const newJob = job?.uid !== before.migrationJob?.uid ? job : undefined;
    if (newJob?.phase === 'failed') {
      this.found = { migrationJob: newJob };
    } else if (
      rollout?.workloads.some(({ cause }) => cause) &&
      rollout.revision !== before.rollout?.revision
    ) {
      this.found = { rollout, ...(newJob && { migrationJob: newJob }) };
    }
  }

  private observe(): ObservedEnvironment | undefined {
    const { cluster, namespace, releaseName } = this.environment;
    return this.observer.observe({ cluster, namespace, releaseName }).value;
  }
}
