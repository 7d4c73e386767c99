import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ClusterObserver } from '../overview/ClusterObserver';
import { verificationFailureSchema } from './FailedVerification';
import type { FailedVerification } from './FailedVerification';
import { findOwnRun, judgeMigration } from './judgeMigration';
import { judgeRollout } from './judgeRollout';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import type { VerifiedFacts } from './toVerifyFailure';
import { VerifyWatch, verifyWatchSchema } from './VerifyWatch';
import { workOf } from './workOf';

const LOOK_MS = 1_000;
/** Added to the Deployments' own deadline: for observing, and for staying well. */
const GRACE_MS = 60_000;
const DEFAULT_DEADLINE_SECONDS = 600;

const checkpointSchema = z.object({
  stableSince: z.number().optional(),
  failure: verificationFailureSchema.optional(),
  watch: verifyWatchSchema.optional(),
});

/** What the stage works with. */
export interface VerifyStageOptions {
  observer: Pick<ClusterObserver, 'observe'>;
  targets: readonly TargetConfig[];
  /** Ends a change whose release doesn't run as it should. */
  failed: Pick<FailedVerification, 'note' | 'end'>;
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

  /** Behind the time after which the stage itself judges what it sees. */
  timeoutOf(environment: Environment) {
    return this.deadlineOf(environment) + GRACE_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { failed, now, stableMs } = this.options;
    const noted = checkpointSchema.parse(context.checkpoint);
    if (noted.failure) return failed.end(context, noted.failure);

    const at = now();
    const watch = new VerifyWatch(this.deadlineOf(context.environment));
    const facts = await this.look(context);
    const seen = watch.look(noted.watch, facts, at);
    const limit = seen.isAnew ? { limit: 'anew' as const } : {};
    if (facts) {
      const failure = watch.judge(facts, seen.watch, at);
      if (failure) {
        context.tell(failure.finding.cause);
        return failed.note(failure);
      }
      return {
        state: 'waiting',
        summary: facts.missing,
        retryAfter: LOOK_MS,
        checkpoint: { watch: seen.watch },
        ...limit,
      };
    }
    const { stableSince = at } = noted;
    const left = stableSince + stableMs - at;
    if (left > 0) {
      return {
        state: 'waiting',
        summary: `Everything is ready; it has to stay so for ${
          stableMs / 1_000
        } s`,
        retryAfter: Math.min(left, LOOK_MS),
        checkpoint: { stableSince, watch: seen.watch },
        ...limit,
      };
    }
    const database = workOf(context).migrate
      ? 'database at head'
      : 'database left as it was';
    context.tell(`All pods run the wanted image and stay ready; ${database}`);
    const summary = `Running, stable, ${database}`;
    return { state: 'succeeded', summary, result: {} };
  }

  /** @returns undefined when nothing is missing */
  private async look(
    context: StageContext,
  ): Promise<VerifiedFacts | undefined> {
    const { observer, latestRun } = this.options;
    const { cluster, id, namespace, releaseName } = context.environment;
    const observed = observer.observe({ cluster, namespace, releaseName });
    const release = resultOf(context, 'release');
    const missing = judgeRollout(release, context.work?.bounds, observed);
    if (!workOf(context).migrate) {
      return missing ? { missing, observed, release } : undefined;
    }
    const since = startOf(context, 'release');
    const job = observed.value?.migrationJob;
    const kept = await latestRun(id);
    const behind = judgeMigration(release, job, kept, since);
    const run = findOwnRun(release, [job, kept], since);
    const words = missing ?? behind;
    return words ? { missing: words, observed, release, run } : undefined;
  }

  private deadlineOf({ answers }: Environment): number {
    const target = this.options.targets.find(
      ({ name }) => name === answers.target,
    );
    const seconds = target?.progressDeadlineSeconds ?? DEFAULT_DEADLINE_SECONDS;
    return seconds * 1_000 + GRACE_MS;
  }
}

function startOf({ change }: StageContext, name: string): string | undefined {
  return change.stages.find(stage => stage.name === name)?.startedAt;
}
