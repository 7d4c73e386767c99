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
import type { RestoredRelease } from './RestoredRelease';
import { StageLog } from './StageLog';
import type { StageContext, StageRunner } from './StageRunner';

/** What a worker works with. */
export interface ChangeWorkerOptions {
  registry: Pick<EnvironmentRegistry, 'get'>;
  announcer: EnvironmentAnnouncer;
  stages: readonly StageRunner[];
  /** Takes back what a stopped change has begun. */
  aborter: Pick<StageRunner, 'run' | 'timeoutOf'>;
  /** Writes down what runs when a stage ended without a word of its own. */
  restored: Pick<RestoredRelease, 'record'>;
  logger: LoggerService;
  now: () => number;
}

/** What a repository or the target's rights refuse isn't granted by asking again. */
function isFinal(error: unknown): boolean {
  return error instanceof InputError || error instanceof NotAllowedError;
}

/** Whether time or errors ended a change whose stage could have touched what runs. */
function isCutShort(
  { change }: ChangeState,
  { name }: Stage,
  event: ChangeEvent,
): boolean {
  const ofItself = event.type === 'outcome' && event.outcome.state === 'failed';
  return change.phase === 'failed' && !ofItself && name !== 'stack';
}

/** Carries a claimed change on, step by step, for as long as there is something to do now. */
export class ChangeWorker {
  constructor(private readonly options: ChangeWorkerOptions) {}

  /**
   * @param stop - ends the step at once; somebody else goes on with the change
   * @param abort - ends the step at once, since the change itself is to end
   * @returns when the change wants the next look, in milliseconds since 1970;
   * undefined when it has come to its end
   * @throws LeaseLostError, and whatever the database throws
   */
  async work(
    lease: ChangeLease,
    stop: AbortSignal,
    abort: AbortSignal,
  ): Promise<number | undefined> {
    let state = await lease.load();
    while (!stop.aborted) {
      state = await this.heedAbort(lease, state);
      const stage = currentStageOf(state.change);
      if (!stage || state.nextLookAt > this.options.now()) break;
      state = await this.step(lease, state, stage, stop, abort);
    }
    return isTerminal(state.change.phase) ? undefined : state.nextLookAt;
  }

  /** Asked after each save, so that no request comes to lie behind a later look. */
  private async heedAbort(
    lease: ChangeLease,
    state: ChangeState,
  ): Promise<ChangeState> {
    if (isTerminal(state.change.phase)) return state;
    const abort = await lease.renew();
    if (!abort || state.change.abort) return state;
    return advanceChange(
      state,
      { type: 'abort-requested', abort },
      this.options.now(),
    );
  }

  private async step(
    lease: ChangeLease,
    before: ChangeState,
    stage: Stage,
    stop: AbortSignal,
    abort: AbortSignal,
  ): Promise<ChangeState> {
    const aborting = before.change.abort !== undefined;
    const begun = aborting
      ? before
      : advanceChange(before, { type: 'begun' }, this.options.now());
    if (begun !== before) await this.save(lease, begun);

    const log = new StageLog(lease, stage.name, () =>
      this.options.announcer.announce(lease.environmentId),
    );
    const signal = aborting ? stop : AbortSignal.any([stop, abort]);
    const event = await this.run(lease, begun, stage, log, signal);
    const after = advanceChange(begun, event, this.options.now());
    if (!signal.aborted && isCutShort(after, stage, event)) {
      await this.recordRest(lease, begun, stage, log, signal);
    }
    await log.flush();
    // What a stopped step says is about the stop, not about the world: forget it.
    if (stop.aborted || (signal.aborted && event.type === 'threw')) {
      return begun;
    }
    await this.save(lease, after);
    return after;
  }

  /** Git and the registry have to say what really runs, whatever came of the change. */
  private async recordRest(
    lease: ChangeLease,
    state: ChangeState,
    { name }: Stage,
    log: StageLog,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const context = await this.contextOf(lease, state, name, log, signal);
      await this.options.restored.record(context);
    } catch (error) {
      if (signal.aborted) return;
      log.tell(`What runs could not be recorded: ${stringifyError(error)}`);
    }
  }

  private async run(
    lease: ChangeLease,
    state: ChangeState,
    { name }: Stage,
    log: StageLog,
    signal: AbortSignal,
  ): Promise<ChangeEvent> {
    const { aborter, stages, logger } = this.options;
    try {
      const runner = state.change.abort
        ? aborter
        : stages.find(candidate => candidate.name === name);
      if (!runner) throw new Error(`Nothing runs the stage ${name}`);
      const context = await this.contextOf(lease, state, name, log, signal);
      const outcome = await runner.run(context);
      const timeoutMs = runner.timeoutOf(context.environment);
      return { type: 'outcome', outcome, timeoutMs };
    } catch (error) {
      const message = stringifyError(error);
      logger.warn(`Stage ${name} of change ${lease.changeId}: ${message}`);
      if (!signal.aborted) log.tell(message);
      return { type: 'threw', message, final: isFinal(error) };
    }
  }

  private async contextOf(
    lease: ChangeLease,
    state: ChangeState,
    name: Stage['name'],
    log: StageLog,
    signal: AbortSignal,
  ): Promise<StageContext> {
    return {
      change: state.change,
      work: state.work,
      environment: await this.options.registry.get(lease.environmentId),
      checkpoint: state.checkpoints[name] ?? {},
      results: state.results,
      tell: text => log.tell(text),
      write: async write => {
        signal.throwIfAborted();
        return lease.write(write);
      },
      signal,
    };
  }

  private async save(lease: ChangeLease, state: ChangeState) {
    await lease.save(state);
    this.options.announcer.announce(lease.environmentId);
  }
}
