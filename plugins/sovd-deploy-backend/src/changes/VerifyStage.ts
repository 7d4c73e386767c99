import type {
  Environment,
  MigrationReport,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ClusterObserver } from '../overview/ClusterObserver';
import { judgeRollout } from './judgeRollout';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';

const LOOK_MS = 1_000;
/** Added to the Deployments' own deadline: for observing, and for staying well. */
const GRACE_MS = 60_000;
const DEFAULT_DEADLINE_SECONDS = 600;

const checkpointSchema = z.object({ stableSince: z.number().optional() });

/** What the stage works with. */
export interface VerifyStageOptions {
  observer: Pick<ClusterObserver, 'observe'>;
  targets: readonly TargetConfig[];
  /** The newest report of a migration Job that was ever seen. */
  latestReport(environmentId: string): Promise<MigrationReport | undefined>;
  now: () => number;
  /** How long everything has to stay well before it counts, in milliseconds. */
  stableMs: number;
}

/** Makes sure that what was wanted runs, everywhere, and stays. */
export class VerifyStage implements StageRunner {
  readonly name = 'verify';

  constructor(private readonly options: VerifyStageOptions) {}

  timeoutOf({ answers }: Environment) {
    const target = this.options.targets.find(
      ({ name }) => name === answers.target,
    );
    const seconds = target?.progressDeadlineSeconds ?? DEFAULT_DEADLINE_SECONDS;
    return seconds * 1_000 + GRACE_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { observer, latestReport, now, stableMs } = this.options;
    const { cluster, id, namespace, releaseName } = context.environment;
    const observed = observer.observe({ cluster, namespace, releaseName });
    const report =
      observed.value?.migrationJob?.report ?? (await latestReport(id));
    const missing = judgeRollout(
      resultOf(context, 'release'),
      observed,
      report,
    );
    if (missing) {
      return {
        state: 'waiting',
        summary: missing,
        retryAfter: LOOK_MS,
        checkpoint: {},
      };
    }
    const at = now();
    const { stableSince = at } = checkpointSchema.parse(context.checkpoint);
    const left = stableSince + stableMs - at;
    if (left > 0) {
      return {
        state: 'waiting',
        summary: `Everything is ready; it has to stay so for ${
          stableMs / 1_000
        } s`,
        retryAfter: Math.min(left, LOOK_MS),
        checkpoint: { stableSince },
      };
    }
    context.tell('All pods run the wanted image, and the database is at head');
    return {
      state: 'succeeded',
      summary: 'Running, stable, database at head',
      result: {},
    };
  }
}
