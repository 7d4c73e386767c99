import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, stringifyError } from '@backstage/errors';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Stage } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentAnnouncer } from '../environments/EnvironmentAnnouncer';
import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';
import { advanceChange, currentStageOf } from './advanceChange';
import type { ChangeEvent } from './advanceChange';
import type { ChangeLease } from './ChangeQueue';
import type { ChangeState } from './ChangeState';
import { StageLog } from './StageLog';
import type { StageRunner } from './StageRunner';

/** What a worker works with. */
export interface ChangeWorkerOptions {
  registry: Pick<EnvironmentRegistry, 'get'>;
  announcer: EnvironmentAnnouncer;
  stages: readonly StageRunner[];
  logger: LoggerService;
  now: () => number;
}

/** What a repository or the target's rights refuse isn't granted by asking again. */
function isFinal(error: unknown): boolean {
  return error instanceof InputError || error instanceof NotAllowedError;
}

/** Carries a claimed change on, step by step, for as long as there is something to do now. */
export class ChangeWorker {
  constructor(private readonly options: ChangeWorkerOptions) {}

  /**
   * @returns when the change wants the next look, in milliseconds since 1970;
   * undefined when it has come to its end
   * @throws LeaseLostError, and whatever the database throws
   */
  async work(
    lease: ChangeLease,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    let state = await lease.load();
    while (state.nextLookAt <= this.options.now() && !signal.aborted) {
      const stage = currentStageOf(state.change);
      if (!stage) break;
      state = await this.step(lease, state, stage, signal);
    }
    return isTerminal(state.change.phase) ? undefined : state.nextLookAt;
  }

  private async step(
    lease: ChangeLease,
    before: ChangeState,
    stage: Stage,
    signal: AbortSignal,
  ): Promise<ChangeState> {
    const begun = advanceChange(before, { type: 'begun' }, this.options.now());
    if (begun !== before) await this.save(lease, begun);

    const log = new StageLog(lease, stage.name, () =>
      this.options.announcer.announce(lease.environmentId),
    );
    const event = await this.run(lease, begun, stage, log, signal);
    await log.flush();
    // What a stopped step says is about the stop, not about the world: forget it.
    if (signal.aborted) return begun;
    const after = advanceChange(begun, event, this.options.now());
    await this.save(lease, after);
    return after;
  }

  private async run(
    lease: ChangeLease,
    state: ChangeState,
    { name }: Stage,
    log: StageLog,
    signal: AbortSignal,
  ): Promise<ChangeEvent> {
    const { registry, stages, logger } = this.options;
    try {
      const runner = stages.find(candidate => candidate.name === name);
      if (!runner) throw new Error(`Nothing runs the stage ${name}`);
      const environment = await registry.get(lease.environmentId);
      const outcome = await runner.run({
        change: state.change,
        environment,
        checkpoint: state.checkpoints[name] ?? {},
        results: state.results,
        tell: text => log.tell(text),
        signal,
      });
      return {
        type: 'outcome',
        outcome,
        timeoutMs: runner.timeoutOf(environment),
      };
    } catch (error) {
      const message = stringifyError(error);
      logger.warn(`Stage ${name} of change ${lease.changeId}: ${message}`);
      if (!signal.aborted) log.tell(message);
      return { type: 'threw', message, final: isFinal(error) };
    }
  }

  private async save(lease: ChangeLease, state: ChangeState) {
    await lease.save(state);
    this.options.announcer.announce(lease.environmentId);
  }
}
