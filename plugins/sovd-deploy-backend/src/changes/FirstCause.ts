import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ClusterObserver } from '../overview/ClusterObserver';

/** How often the projection is read while a release goes on, in milliseconds. */
const LOOK_MS = 500;

/**
 * Remembers the first thing that went wrong in a namespace while something runs. Helm
 * takes the pods away when it rolls back, and its own error says only that it waited.
 */
export class FirstCause {
  private seen: string | undefined;

  constructor(
    private readonly observer: Pick<ClusterObserver, 'observe'>,
    private readonly environment: Environment,
  ) {}

  /** What was seen first; undefined when nothing was. */
  get cause(): string | undefined {
    return this.seen;
  }

  /** Does something and looks at the namespace until it is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => this.look(), LOOK_MS);
    try {
      return await work();
    } finally {
      this.look();
      clearInterval(timer);
    }
  }

  private look() {
    if (this.seen) return;
    const { cluster, namespace, releaseName } = this.environment;
    const { value } = this.observer.observe({
      cluster,
      namespace,
      releaseName,
    });
    const job = value?.migrationJob;
    if (job?.phase === 'failed') {
      const words = job.report?.error ?? job.cause ?? 'no report';
      this.seen = `Database migration ${job.job}: ${words}`;
      return;
    }
    const broken = value?.rollout?.workloads.find(({ cause }) => cause);
    if (broken) this.seen = `${broken.kind} ${broken.name}: ${broken.cause}`;
  }
}
