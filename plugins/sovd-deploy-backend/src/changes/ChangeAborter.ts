import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Release, StagePhase } from '@sovd/plugin-sovd-deploy-common';
import type {
  DeployedRelease,
  ReleaseDeployer,
} from '../releases/ReleaseDeployer';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { findProvisioner } from './findProvisioner';
import type { RestoredRelease } from './RestoredRelease';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';

/** Between two looks at a stack, in milliseconds. */
const LOOK_MS = 2_000;
/** A stack of several zones takes an hour to go back. */
const TIMEOUT_MS = 2 * 60 * 60_000;

/** What it works with. */
export interface ChangeAborterOptions {
  provisioners: readonly StackProvisioner[];
  deployer: ReleaseDeployer;
  restored: Pick<RestoredRelease, 'record'>;
}

/**
 * Brings the world to rest after somebody stopped a change: what ran before it runs again.
 * Level-triggered as a stage is, since the backend may be killed in the middle of this too.
 */
export class ChangeAborter implements Pick<StageRunner, 'run' | 'timeoutOf'> {
  constructor(private readonly options: ChangeAborterOptions) {}

  timeoutOf() {
    return TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    if (phaseOf(context, 'stack') === 'running') {
      const waiting = await this.waitForStack(context);
      if (waiting) return waiting;
    }
    const begun = ['running', 'succeeded', 'failed'];
    if (!begun.includes(phaseOf(context, 'release'))) {
      const summary = 'The release was not touched; what ran before runs on';
      return { state: 'aborted', summary };
    }
    const { environment, signal, tell } = context;
    const deployed = await this.options.deployer.takeBack(
      environment,
      context.change.id,
      tell,
      signal,
    );
    const release = await this.options.restored.record(context);
    return { state: 'aborted', summary: toSummary(context, deployed, release) };
  }

  /**
   * A stack can't be stopped in the middle without leaving half of it. What was asked for
   * in the last moment shows only at the next look, so that two of them count.
   */
  private async waitForStack(
    context: StageContext,
  ): Promise<StageOutcome | undefined> {
    const { checkpoint, environment, tell } = context;
    const { provisioners } = this.options;
    const stack = await findProvisioner(provisioners, environment).read(
      environment,
    );
    const resting = !stack || ['ready', 'failed'].includes(stack.phase);
    if (resting && checkpoint.resting === true) return undefined;
    const summary = resting
      ? `Stack ${environment.stackName} is at rest; looking once more`
      : `Stack ${environment.stackName} can't be stopped in the middle; waiting until it comes to rest (${stack.providerStatus})`;
    if (checkpoint.told !== summary && !resting) tell(summary);
    return {
      state: 'waiting',
      summary,
      retryAfter: LOOK_MS,
      checkpoint: { ...checkpoint, resting, told: summary },
    };
  }
}

function toSummary(
  { work }: StageContext,
  deployed: DeployedRelease | undefined,
  release: Release | undefined,
): string {
  if (!deployed) return 'No release runs';
  const what = release
    ? versionOf(tagOf(release.images))
    : 'What was there before';
  const now = `${what} runs as revision ${deployed.revision}`;
  return work?.migrate === false
    ? now
    : `${now}. What a migration has changed in the database stays`;
}

function phaseOf({ change }: StageContext, name: string): StagePhase {
  return change.stages.find(stage => stage.name === name)?.phase ?? 'skipped';
}
