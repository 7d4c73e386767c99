import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change, StageName } from '@sovd/plugin-sovd-deploy-common';
import type { Initiator, SovdDeployConnection } from '../SovdDeployConnection';
import { ChangeNarrator } from './ChangeNarrator';

/** Milliseconds between two looks at a change. */
const INTERVAL = 1000;
/** Longest pause while the portal can't be reached, in milliseconds. */
const LONGEST_PAUSE = 15_000;

/** What is followed, and how far. */
export interface Following {
  changeId: string;
  /** Stages that the task's log tells about. */
  stages: readonly StageName[];
  /** Whether enough is known before the change has ended. */
  isSettled?(change: Change): boolean;
}

/** Waits some milliseconds and rejects when the signal aborts. */
export type Wait = (
  milliseconds: number,
  signal?: AbortSignal,
) => Promise<void>;

const waitForReal: Wait = (milliseconds, signal) =>
  delay(milliseconds, undefined, { signal });

/**
 * Tells the task's log what becomes of a change, until it is done or the task is stopped.
 *
 * @remarks
 * There is no limit of time here: a change always ends in a terminal phase, and that
 * is for the backend's reconciler to see to. Each look carries a fresh token.
 */
export async function followChange(
  connection: SovdDeployConnection,
  task: Initiator & { logger: LoggerService },
  { changeId, stages, isSettled }: Following,
  wait: Wait = waitForReal,
): Promise<Change> {
  const narrator = new ChangeNarrator(task.logger, stages);
  let failures = 0;
  try {
    for (;;) {
      task.signal?.throwIfAborted();
      try {
        const change = await connection.ask(task, (api, options) =>
          api.getChange(changeId, options),
        );
        await narrator.tellLog(after =>
          connection.ask(task, (api, options) =>
            api.getChangeLog(changeId, after, options),
          ),
        );
        narrator.tellStages(change);
        if (isTerminal(change.phase) || isSettled?.(change)) return change;
        failures = 0;
      } catch (error) {
        if (!(error instanceof ServiceUnavailableError)) throw error;
        if (failures === 0) {
          task.logger.warn(`Asking again until it answers: ${error.message}`);
        }
        failures += 1;
      }
      await wait(
        Math.min(INTERVAL * 2 ** Math.min(failures, 10), LONGEST_PAUSE),
        task.signal,
      );
    }
  } catch (error) {
    if (task.signal?.aborted) {
      task.logger.info(`No longer following change ${changeId}: it goes on.`);
    }
    throw error;
  }
}
