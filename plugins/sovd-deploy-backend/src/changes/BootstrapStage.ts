import type { SourceRepository } from '../environments/SourceRepository';
import type { NamespaceBootstrapper } from '../releases/ReleaseDeployer';
import { checkOutWork } from './checkOutWork';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { workOf } from './workOf';

/** Between two looks for the Secrets, in milliseconds. */
const LOOK_MS = 2_000;
/** External Secrets retries within a minute; what isn't there after ten won't come. */
const TIMEOUT_MS = 10 * 60_000;

/** Applies what the namespace needs and waits until its Secrets are there. */
export class BootstrapStage implements StageRunner {
  readonly name = 'bootstrap';

  constructor(
    private readonly options: {
      sources: SourceRepository;
      bootstrapper: NamespaceBootstrapper;
    },
  ) {}

  timeoutOf() {
    return TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { checkpoint, environment, signal, tell } = context;
    const tree = await checkOutWork(
      this.options.sources,
      environment,
      workOf(context),
      signal,
    );
    try {
      const { waitingFor } = await this.options.bootstrapper.bootstrap(
        environment,
        tree.folder,
        signal,
      );
      if (waitingFor.length === 0) {
        const summary = `Namespace ${environment.namespace} is ready`;
        return { state: 'succeeded', summary, result: {} };
      }
      const summary = `Waiting for ${waitingFor.join(', ')}`;
      if (checkpoint.told !== summary) tell(summary);
      return {
        state: 'waiting',
        summary,
        retryAfter: LOOK_MS,
        checkpoint: { told: summary },
      };
    } finally {
      await tree.dispose();
    }
  }
}
