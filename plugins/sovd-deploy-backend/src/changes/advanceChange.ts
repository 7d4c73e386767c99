import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type {
  AbortRequest,
  Change,
  Finding,
  Stage,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeState } from './ChangeState';
import { abortChange, failChange, withStage } from './endChange';
import type { StageOutcome } from './StageRunner';

/** Steps in a row that may throw before the change fails. */
export const MAX_ATTEMPTS = 6;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 30_000;

/** What can happen to a running change. */
export type ChangeEvent =
  | { type: 'begun' }
  | { type: 'abort-requested'; abort: AbortRequest }
  | { type: 'outcome'; outcome: StageOutcome; timeoutMs: number }
  | {
      type: 'threw';
      message: string;
      /** Whether trying again would meet the same error. */
      final: boolean;
    };

/** The stage that is to be worked on; undefined when none is left. */
export function currentStageOf(change: Change): Stage | undefined {
  if (isTerminal(change.phase)) return undefined;
  return change.stages.find(
    ({ phase }) => phase === 'pending' || phase === 'running',
  );
}

/** What is wrong with a stage, or with the way back after somebody stopped the change. */
function stageFinding(
  { change }: ChangeState,
  rule: string,
  headline: string,
  cause: string,
): Finding {
  const severity = 'blocker';
  if (!change.abort) {
    const label = 'Remove the cause, then start the change again';
    return { rule, severity, headline, cause, nextSteps: [{ label }] };
  }
  return {
    rule: 'abort-failed',
    severity,
    headline: "The change was stopped, but it couldn't be taken back",
    cause,
    nextSteps: [
      {
        label: 'Remove the cause, then start a change to the version you want',
      },
    ],
  };
}

function applyOutcome(
  state: ChangeState,
  stage: Stage,
  { outcome, timeoutMs }: Extract<ChangeEvent, { type: 'outcome' }>,
  now: number,
): ChangeState {
  const at = new Date(now).toISOString();
  if (outcome.state === 'failed') {
    return failChange(state, stage, outcome.finding, at);
  }
  if (outcome.state === 'aborted') {
    return abortChange(state, stage, outcome.summary, at);
  }
  const version = outcome.version ?? state.change.version;
  const told = { ...state, attempts: 0, change: { ...state.change, version } };
  if (outcome.state === 'waiting') {
    const since = state.change.abort?.requestedAt ?? stage.startedAt;
    if (!outcome.limit && since && now - Date.parse(since) > timeoutMs) {
      const finding = stageFinding(
        state,
        'stage-timeout',
        `Stage ${stage.name} took longer than ${Math.round(
          timeoutMs / 1000,
        )} s`,
        outcome.summary,
      );
      return failChange(told, stage, finding, at);
    }
    const waiting = withStage(told, stage.name, {
      summary: outcome.summary,
      ...(outcome.limit === 'anew' && { startedAt: at }),
    });
    return {
      ...waiting,
      checkpoints: { ...state.checkpoints, [stage.name]: outcome.checkpoint },
      nextLookAt: now + outcome.retryAfter,
    };
  }
  const { finding = told.change.finding } = outcome;
  const found = { ...told, change: { ...told.change, finding } };
  const succeeded = withStage(found, stage.name, {
    phase: 'succeeded',
    finishedAt: at,
    summary: outcome.summary,
  });
  const next: ChangeState = {
    ...succeeded,
    results: { ...state.results, [stage.name]: outcome.result },
    nextLookAt: now,
  };
  if (currentStageOf(next.change)) return next;
  return {
    ...next,
    change: { ...next.change, phase: 'succeeded', finishedAt: at },
  };
}

function applyError(
  state: ChangeState,
  stage: Stage,
  { message, final }: Extract<ChangeEvent, { type: 'threw' }>,
  now: number,
): ChangeState {
  const attempts = state.attempts + 1;
  if (final || attempts >= MAX_ATTEMPTS) {
    const finding = stageFinding(
      state,
      'stage-error',
      `Stage ${stage.name} couldn't be carried out`,
      final ? message : `${message} (tried ${attempts} times)`,
    );
    return failChange(
      { ...state, attempts },
      stage,
      finding,
      new Date(now).toISOString(),
    );
  }
  const backOff = FIRST_BACK_OFF_MS * 2 ** (attempts - 1);
  const delayed = withStage(state, stage.name, {
    summary: `Trying again after an error: ${message}`,
  });
  return {
    ...delayed,
    attempts,
    nextLookAt: now + Math.min(backOff, LONGEST_BACK_OFF_MS),
  };
}

/**
 * The state machine of a change: what becomes of it when something happened to its
 * current stage. A change in a terminal phase stays as it is.
 *
 * @param now - milliseconds since 1970
 */
export function advanceChange(
  state: ChangeState,
  event: ChangeEvent,
  now: number,
): ChangeState {
  const stage = currentStageOf(state.change);
  if (!stage) return state;
  switch (event.type) {
    case 'begun': {
      if (stage.phase === 'running') return state;
      const startedAt = new Date(now).toISOString();
      const begun = withStage(state, stage.name, {
        phase: 'running',
        startedAt,
      });
      return { ...begun, change: { ...begun.change, phase: 'running' } };
    }
    case 'abort-requested':
      if (state.change.abort) return state;
      return {
        ...state,
        change: { ...state.change, abort: event.abort },
        attempts: 0,
        nextLookAt: now,
      };
    case 'outcome':
      return applyOutcome(state, stage, event, now);
    default:
      return applyError(state, stage, event, now);
  }
}
