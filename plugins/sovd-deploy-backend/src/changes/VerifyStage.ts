import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ClusterObserver } from '../overview/ClusterObserver';
import { judgeMigration } from './judgeMigration';
import { judgeRollout } from './judgeRollout';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { workOf } from './workOf';

const LOOK_MS = 1_000;
/** Added to the Deployments' own deadline: for observing, and for staying well. */
const GRACE_MS = 60_000;
const DEFAULT_DEADLINE_SECONDS = 600;

const checkpointSchema = z.object({ stableSince: z.number().optional() });

/** What the stage works with. */
export interface VerifyStageOptions {
  observer: Pick<ClusterObserver, 'observe'>;
  targets: readonly TargetConfig[];
  /** The newest migration Job that was ever seen. */
  latestRun(environmentId: string): Promise<MigrationRun | undefined>;
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
    const { observer, latestRun, now, stableMs } = this.options;
    const { cluster, id, namespace, releaseName } = context.environment;
    const observed = observer.observe({ cluster, namespace, releaseName });
    const release = resultOf(context, 'release');
    const missing =
      judgeRollout(release, context.work?.bounds, observed) ??
      (workOf(context).migrate
        ? judgeMigration(
            release,
            observed.value?.migrationJob,
            await latestRun(id),
            startOf(context, 'release'),
          )
        : undefined);
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
    const database = workOf(context).migrate
      ? 'database at head'
      : 'database left as it was';
    context.tell(`All pods run the wanted image and stay ready; ${database}`);
    const summary = `Running, stable, ${database}`;
    return { state: 'succeeded', summary, result: {} };
  }
}

function startOf({ change }: StageContext, name: string): string | undefined {
  return change.stages.find(stage => stage.name === name)?.startedAt;
}
